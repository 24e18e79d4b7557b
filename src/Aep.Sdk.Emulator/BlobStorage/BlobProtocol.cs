using System.Xml.Linq;
using Aep.Sdk.Emulator.LandingZone;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The Azure Blob protocol: its headers, and its errors as XML.</summary>
internal sealed partial class BlobProtocol(BlobEndpoint endpoint, ILogger<BlobProtocol> logger) : ILandingZoneProtocol
{
    private const string ProtocolVersion = "2022-11-02";

    public async Task HandleAsync(HttpContext context)
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
        catch (Exception exception) when (ClientAborts.Is(context, exception))
        {
            LogAborted(context.Request.Method, context.Request.Path);
            context.Abort();
        }
        catch (Exception exception) when (!context.Response.HasStarted)
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

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path}: the client has gone")]
    private partial void LogAborted(string method, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogUnhandled(string method, string path, Exception exception);
}
