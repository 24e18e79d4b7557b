namespace Aep.Sdk.Benchmarks;

/// <summary>The client under measurement and the bare one beside it, on the same server.</summary>
internal static class Client
{
    public static AepClient Sdk(Uri platform, string? trustedCertificateFile = null) => new(new AepOptions
    {
        OrgId = "org@AdobeOrg",
        ClientId = "client",
        SandboxName = "dev",
        TokenSource = new FixedToken(),
        PlatformEndpoint = platform,
        TrustedCertificateFile = trustedCertificateFile,
    });

    /// <summary>With the headers that a caller of the platform sends, and nothing else.</summary>
    public static HttpClient Bare(Uri platform, string? trustedCertificateFile = null)
    {
        var sockets = new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All };
        if (trustedCertificateFile is not null)
            sockets.SslOptions = LoopbackCertificate.Trust(trustedCertificateFile);
        var http = new HttpClient(sockets) { BaseAddress = platform };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer token");
        http.DefaultRequestHeaders.Add("x-api-key", "client");
        http.DefaultRequestHeaders.Add("x-gw-ims-org-id", "org@AdobeOrg");
        http.DefaultRequestHeaders.Add("x-sandbox-name", "dev");
        http.DefaultRequestHeaders.Add("Accept", "application/json");
        http.DefaultRequestHeaders.Add("User-Agent", "bare");
        return http;
    }

    private sealed class FixedToken : IAepTokenSource
    {
        public Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new AccessToken(new Secret("token"), DateTimeOffset.MaxValue));
    }
}
