using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Flow Service's error dialect: a list of code and message.</summary>
internal static class FlowErrors
{
    public static ApiException NotFound(string kind, string id) => Create(404, "FLOW-1404", $"{kind} {id} does not exist.");

    public static ApiException Invalid(string message) => Create(400, "FLOW-1400", message);

    public static ApiException Stale(string id) => Create(412, "FLOW-1412", $"The etag in If-Match is not the current one of {id}.");

    public static ApiException MissingEtag() => Create(428, "FLOW-1428", "The If-Match header with the current etag is missing.");

    private static ApiException Create(int status, string code, string message) => new(status, new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message, ["statusCode"] = status }),
    });
}
