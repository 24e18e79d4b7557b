using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aep.Sdk.Emulator.Hosting;

/// <summary>The self-signed certificate of this data folder. Made once, so that a client that trusts it keeps trusting it.</summary>
internal sealed record TlsCertificate(X509Certificate2 Certificate, string PemFile)
{
    private const int ValidYears = 5;

    public static TlsCertificate LoadOrCreate(DataFolder folder, TimeProvider time)
    {
        string pemFile = folder.File("certificate.pem");
        string keyFile = folder.File("certificate.key");
        if (!File.Exists(pemFile) || !File.Exists(keyFile))
            Create(pemFile, keyFile, time.GetUtcNow());
        using X509Certificate2 pem = X509Certificate2.CreateFromPemFile(pemFile, keyFile);
        // SslStream on Windows cannot use the ephemeral key of a PEM pair; a PKCS#12 round trip gives it one that it can.
        return new TlsCertificate(X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null), pemFile);
    }

    private static void Create(string pemFile, string keyFile, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Aep.Sdk local platform", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(ValidYears));
        File.WriteAllText(pemFile, certificate.ExportCertificatePem());
        PrivateFile.Write(keyFile, key.ExportPkcs8PrivateKeyPem());
    }
}
