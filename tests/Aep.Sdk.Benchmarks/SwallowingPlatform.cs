using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Benchmarks;

/// <summary>A server that takes batches over TLS, as AEP does, and forgets their files.</summary>
internal sealed class SwallowingPlatform : IAsyncDisposable
{
    public const string Command = "ingest-server";

    private readonly ServerProcess _process;

    private SwallowingPlatform(ServerProcess process, string certificateFile) => (_process, CertificateFile) = (process, certificateFile);

    public Uri Url => _process.Url;

    /// <summary>The certificate to trust, as PEM.</summary>
    public string CertificateFile { get; }

    public static async Task<SwallowingPlatform> StartAsync()
    {
        string certificateFile = Path.GetTempFileName();
        return new SwallowingPlatform(await ServerProcess.StartAsync(Command, certificateFile), certificateFile);
    }

    public AepClient Sdk() => Client.Sdk(Url, CertificateFile);

    public HttpClient Bare() => Client.Bare(Url, CertificateFile);

    /// <exception cref="InvalidOperationException">The server has received other bytes than the clients say.</exception>
    public async Task CheckAsync(long expected)
    {
        using HttpClient http = Bare();
        long swallowed = long.Parse(await http.GetStringAsync("/swallowed"), CultureInfo.InvariantCulture);
        if (swallowed != expected)
            throw new InvalidOperationException($"The server has received {swallowed} bytes, not {expected}: the figures compare nothing.");
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        File.Delete(CertificateFile);
    }

    /// <summary>What the child process does, until its input is closed.</summary>
    public static async Task ServeAsync(string certificateFile)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        using X509Certificate2 certificate = LoopbackCertificate.Create(certificateFile);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.UseHttps(certificate);
            });
        });
        await using WebApplication application = builder.Build();
        const string batches = "/data/foundation/import/batches";
        long swallowed = 0;
        int created = 0;
        application.MapPost(batches, context => WriteAsync(context, $$"""{"id":"b{{Interlocked.Increment(ref created)}}"}"""));
        application.MapPost(batches + "/{id}", _ => Task.CompletedTask);
        application.MapPut(batches + "/{id}/datasets/{dataset}/files/{file}",
            async context => Interlocked.Add(ref swallowed, await SwallowAsync(context.Request.BodyReader)));
        application.MapGet("/data/foundation/catalog/batches/{id}",
            context => WriteAsync(context, $$$"""{"{{{context.Request.RouteValues["id"]}}}":{"status":"success"}}"""));
        application.MapGet(
            "/swallowed", context => WriteAsync(context, Interlocked.Read(ref swallowed).ToString(CultureInfo.InvariantCulture)));
        await application.StartAsync();
        await ServerProcess.UntilClosedAsync($"https://localhost:{new Uri(application.Urls.Single()).Port}");
    }

    private static async Task<long> SwallowAsync(PipeReader body)
    {
        for (long count = 0; ;)
        {
            ReadResult read = await body.ReadAsync();
            count += read.Buffer.Length;
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return count;
        }
    }

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
