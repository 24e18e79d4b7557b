using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Batch ingestion's error dialect.</summary>
internal static class IngestionErrors
{
    public static ApiException NotFound(string batchId) => Create(404, 105, "Not Found", $"The batch {batchId} does not exist.");

    public static ApiException FileNotFound(string name, string hint) =>
        Create(404, 105, "Not Found", $"The file {name} does not exist in the batch: {hint}.");

    public static ApiException Invalid(string detail) => Create(400, 106, "Bad Request", detail);

    public static ApiException Conflict(string detail) => Create(409, 400, "Conflict", detail);

    public static ApiException TooLarge(string detail) => Create(413, 117, "Payload Too Large", detail);

    public static ApiException TooManyBatches(int perMinute) =>
        Create(429, 429, "Too Many Requests", $"A user may create {perMinute} batches a minute: wait, and try again.");

    public static ApiException UnsupportedMediaType(string? contentType) =>
        Create(415, 400, "Unsupported Media Type", $"The content type '{contentType}' is not supported: send application/octet-stream.");

    private static ApiException Create(int status, int code, string title, string detail) => new(status, new JsonObject
    {
        ["type"] = "/placeholder/type/uri",
        ["status"] = status,
        ["title"] = title,
        ["detail"] = detail,
        ["errorCode"] = code,
        ["requestId"] = Guid.NewGuid().ToString(),
    });
}
