using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>Reads a request's JSON body.</summary>
internal static class JsonBody
{
    public static async Task<JsonObject> ReadObjectAsync(HttpRequest request) =>
        await ReadAnyAsync(request) as JsonObject ?? throw new BadHttpRequestException("The body must be a JSON object.");

    public static async Task<JsonArray> ReadArrayAsync(HttpRequest request) =>
        await ReadAnyAsync(request) as JsonArray ?? throw new BadHttpRequestException("The body must be a JSON array.");

    /// <summary>A body of any kind of JSON.</summary>
    public static async Task<JsonNode?> ReadAnyAsync(HttpRequest request)
    {
        // "A valid content-type must be specified": AEP refuses a body that does not say what it is.
        string type = request.ContentType ?? "";
        if (!type.Contains("json", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("A valid content-type must be specified", StatusCodes.Status415UnsupportedMediaType);
        return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
    }
}
