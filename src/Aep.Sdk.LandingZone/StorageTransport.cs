using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Aep.Sdk.LandingZones;

/// <summary>The HTTP client for the storage: TLS is verified always; with a certificate of its own, that one alone is trusted.</summary>
internal static class StorageTransport
{
    public static HttpClient Create(LandingZoneOptions options)
    {
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (options.TrustedCertificateFile is { } file)
            sockets.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TrustOnly(file) };
        var handler = new SilenceHandler(options.RequestTimeout, options.TimeProvider) { InnerHandler = sockets };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static X509ChainPolicy TrustOnly(string pemFile)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(pemFile);
        return policy;
    }
}
