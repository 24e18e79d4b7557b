using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>The gateway's error dialect.</summary>
internal static class GatewayErrors
{
    public static ApiException Create(int status, string code, string message) =>
        new(status, new JsonObject { ["error_code"] = code, ["message"] = message });
}
