using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Benchmarks;

/// <summary>A server that takes batches and forgets their files.</summary>
internal static class SwallowingPlatform
{
    public const string Command = "ingest-server";

    public static Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(Command);

    /// <summary>What the process does, until its input is closed.</summary>
    public static async Task ServeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
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
        await ServerProcess.UntilClosedAsync(application.Urls.Single());
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
