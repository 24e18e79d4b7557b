using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aep.Sdk.Benchmarks;

/// <summary>A certificate for a server of this machine, and how a client trusts it alone.</summary>
internal static class LoopbackCertificate
{
    /// <summary>Makes one; its key stays in this process.</summary>
    /// <param name="file">Takes the certificate as PEM.</param>
    public static X509Certificate2 Create(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        return certificate;
    }

    public static SslClientAuthenticationOptions Trust(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }
}
