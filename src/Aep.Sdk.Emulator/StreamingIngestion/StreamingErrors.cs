using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>
/// Data collection's error dialect, after
/// https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/quality/streaming-validation.
/// </summary>
internal static class StreamingErrors
{
    private const string Inlet = "http://ns.adobe.com/adobecloud/problem/data-collection-service/inlet";
    private const string Authorization = "https://ns.adobe.com/adobecloud/problem/data-collection-service-authorization";

    public static ApiException Unauthorized(string inletId) =>
        Create(401, Authorization, "Authorization", $"[{inletId}] Ims service token is empty");

    public static ApiException Forbidden(string inletId) =>
        Create(403, Authorization, "Authorization", $"[{inletId}] Ims service token is invalid");

    public static ApiException UnknownInlet(string inletId) =>
        Create(404, Inlet, "Invalid inlet", $"inletId: [{inletId}] Inlet does not exist");

    public static ApiException TooLarge(int limit) => Create(413, Inlet, "Payload too large", $"The payload is larger than {limit} bytes");

    public static ApiException UnsupportedMediaType(string? contentType) => Create(
        415, Inlet, "Unsupported media type", $"The content type '{contentType}' is not supported: send application/json");

    public static ApiException TooManyValidations(string inletId) => Create(
        429, Inlet, "Too many requests",
        $"inletId: [{inletId}] syncValidation is limited to {InletAccess.SyncValidationsPerMinute} requests a minute");

    public static ApiException InvalidMessage(string message, JsonNode? cause = null) =>
        Create(400, Inlet, "Invalid XDM Message Format", message, cause);

    private static ApiException Create(int status, string type, string title, string message, JsonNode? cause = null)
    {
        var report = new JsonObject { ["message"] = message };
        if (cause is not null)
            report["cause"] = cause;
        return new ApiException(status, new JsonObject { ["type"] = type, ["status"] = status, ["title"] = title, ["report"] = report });
    }
}
