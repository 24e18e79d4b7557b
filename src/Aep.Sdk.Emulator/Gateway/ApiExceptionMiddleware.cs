using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>Writes errors as answers; what nobody foresaw is a 500 that says so and is logged.</summary>
internal sealed partial class ApiExceptionMiddleware(RequestDelegate next, ILogger<ApiExceptionMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (ApiException exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, exception.Status, exception.Body, exception.ContentType);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, exception.StatusCode, Problem("BadRequestError", exception.StatusCode, exception.Message));
        }
        catch (JsonException exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, Problem(
                "BadRequestError", 400, $"The body is not valid JSON: {exception.Message}"));
        }
        catch (InvalidOperationException exception) when (IsWrongType(exception) && !context.Response.HasStarted)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, Problem(
                "BadRequestError", 400, $"A member of the body has a wrong type: {exception.Message}"));
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogUnhandled(context.Request.Method, context.Request.Path, exception);
            await WriteAsync(context, StatusCodes.Status500InternalServerError, Problem("InternalServerError", 500, exception.Message));
        }
    }

    // Handlers read bodies with JsonNode's conversions, which throw this where a member is of another kind.
    private static bool IsWrongType(InvalidOperationException exception) => exception.Source == "System.Text.Json";

    private static JsonObject Problem(string title, int status, string detail) =>
        new() { ["type"] = "about:blank", ["status"] = status, ["title"] = title, ["detail"] = detail };

    private static Task WriteAsync(HttpContext context, int status, JsonObject body, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogUnhandled(string method, string path, Exception exception);
}
