using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// The sockets. TLS is verified always; with a certificate of its own, that one alone is trusted, names and dates are checked as usual.
/// </summary>
internal static class Transport
{
    public static SocketsHttpHandler Create(AepOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // follows DNS changes
            MaxConnectionsPerServer = options.MaxConcurrentRequests,
            Proxy = LoopbackBypass.OfEnvironment,
            AllowAutoRedirect = false, // a redirect would carry the token to another host
        };
        if (options.TrustedCertificateFile is { } file)
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TrustOnly(file) };
        return handler;
    }

    public static X509ChainPolicy TrustOnly(string pemFile)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(pemFile);
        return policy;
    }
}
