using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Aep.Sdk.Emulator.Tests.DestinationAuthoring;

/// <summary>The server of a partner: takes messages, and answers what it is told to.</summary>
internal sealed class PartnerServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PartnerServer(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Method, string Path, string ContentType, string? Trace, string Body)> Messages { get; } = [];

    public int Status { get; set; } = 200;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<PartnerServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var server = new PartnerServer(app);
        app.Run(server.TakeAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        HttpRequest request = context.Request;
        Messages.Enqueue((
            request.Method, request.Path.Value! + request.QueryString, request.ContentType ?? "",
            request.Headers["x-trace"].FirstOrDefault(), await reader.ReadToEndAsync()));
        context.Response.StatusCode = Status;
        context.Response.Headers["x-partner"] = "yes";
        await context.Response.WriteAsync($$"""{"number":{{Messages.Count}}}""");
    }
}
