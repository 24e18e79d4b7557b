using System.Xml.Linq;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.LandingZone;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The S3 protocol: request ids, and errors as XML.</summary>
internal sealed partial class S3Protocol(S3Endpoint endpoint, ILogger<S3Protocol> logger) : ILandingZoneProtocol
{
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-amz-request-id"] = Guid.NewGuid().ToString("N")[..16].ToUpperInvariant();
        try
        {
            await endpoint.HandleAsync(context);
        }
        catch (S3Exception exception) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, exception);
        }
        catch (BlobException exception) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, S3Errors.InvalidArgument(exception.Message)); // the name of the file
        }
        catch (Exception exception) when (ClientAborts.Is(context, exception))
        {
            LogAborted(context.Request.Method, context.Request.Path);
            context.Abort();
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            LogUnhandled(context.Request.Method, context.Request.Path, exception);
            await RefuseAsync(context, new S3Exception(StatusCodes.Status500InternalServerError, "InternalError", exception.Message));
        }
    }

    private static async Task RefuseAsync(HttpContext context, S3Exception exception)
    {
        context.Response.StatusCode = exception.Status;
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        context.Response.ContentType = "application/xml";
        var body = new XDocument(new XElement("Error", new XElement("Code", exception.Code), new XElement("Message", exception.Message),
            new XElement("Resource", context.Request.Path.Value),
                new XElement("RequestId", context.Response.Headers["x-amz-request-id"].ToString())));
        await body.SaveAsync(context.Response.Body, SaveOptions.DisableFormatting, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path}: the client has gone")]
    private partial void LogAborted(string method, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogUnhandled(string method, string path, Exception exception);
}
