using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DataHygiene;

/// <summary>Data Hygiene's error dialects: one for wrong parameters, one for what is not there.</summary>
internal static class HygieneErrors
{
    private const string Code = "HYGN-3102-400";

    public static ApiException Invalid(Sandbox sandbox, string detail) => new(400, new JsonObject
    {
        ["type"] = "http://ns.adobe.com/aep/errors/" + Code,
        ["title"] = "The requested operation could not be completed due to invalid or missing required parameters.",
        ["status"] = 400,
        ["detail"] = detail,
        ["report"] = new JsonObject
        {
            ["tenantInfo"] = new JsonObject { ["sandboxName"] = sandbox.Name, ["sandboxId"] = sandbox.Id },
            ["additionalContext"] = new JsonObject { ["reason"] = detail },
        },
        ["error-chain"] = new JsonArray(
            new JsonObject { ["serviceId"] = "HYGN", ["errorCode"] = Code, ["invokingServiceId"] = "acp_privacy_hygiene" }),
    });

    public static ApiException NotFound(string id) =>
        GatewayErrors.Create(404, "404003", $"Dataset expiration configuration {id} not found.");
}
