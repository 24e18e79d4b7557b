using System.Xml.Linq;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The endpoint of the landing zone: a listener of its own, because blob paths could not be told from the platform's.</summary>
internal sealed partial class BlobServer(
    AepEmulatorOptions options, TlsCertificate certificate, EmulatorAddresses addresses, BlobEndpoint endpoint, ILogger<BlobServer> logger)
    : IHostedService, IAsyncDisposable
{
    private const string ProtocolVersion = "2022-11-02";
    private WebApplication? _application;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ConfigureForStandardError(options.LogLevel);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ListenOnLoopback(options.LandingZonePort ?? (options.Port == 0 ? 0 : options.Port + 2), certificate);
        });
        _application = builder.Build();
        _application.Run(HandleAsync);
        await _application.StartAsync(cancellationToken);
        addresses.LandingZonePort = new Uri(_application.Urls.First()).Port;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _application?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-ms-version"] = context.Request.Headers["x-ms-version"].FirstOrDefault() ?? ProtocolVersion;
        context.Response.Headers["x-ms-request-id"] = Guid.NewGuid().ToString();
        if (context.Request.Headers["x-ms-client-request-id"].FirstOrDefault() is { } clientId)
            context.Response.Headers["x-ms-client-request-id"] = clientId;
        try
        {
            await endpoint.HandleAsync(context);
        }
        catch (BlobException exception) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, exception);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogUnhandled(context.Request.Method, context.Request.Path, exception);
            await RefuseAsync(context, new BlobException(StatusCodes.Status500InternalServerError, "InternalError", exception.Message));
        }
    }

    private static async Task RefuseAsync(HttpContext context, BlobException exception)
    {
        context.Response.StatusCode = exception.Status;
        context.Response.Headers["x-ms-error-code"] = exception.Code;
        context.Response.ContentType = "application/xml";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        var body = new XDocument(new XElement("Error", new XElement("Code", exception.Code), new XElement("Message", exception.Message)));
        await body.SaveAsync(context.Response.Body, SaveOptions.DisableFormatting, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogUnhandled(string method, string path, Exception exception);
}
