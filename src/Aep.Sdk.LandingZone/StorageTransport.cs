using System.Net.Security;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.LandingZones;

/// <summary>The HTTP client for the storage: TLS is verified always; with a certificate of its own, that one alone is trusted.</summary>
internal static class StorageTransport
{
    public static HttpClient Create(LandingZoneOptions options)
    {
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, Proxy = LoopbackBypass.OfEnvironment };
        if (options.TrustedCertificateFile is { } file)
            sockets.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Transport.TrustOnly(file) };
        var handler = new SilenceHandler(options.RequestTimeout, options.TimeProvider) { InnerHandler = sockets };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
