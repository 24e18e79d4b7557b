using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>What the macros in names say about the destination of a flow.</summary>
internal static class DestinationNames
{
    public static Dictionary<string, string> Macros(Sandbox sandbox, JsonObject flow, JsonObject target, AepEmulatorOptions options) => new(StringComparer.Ordinal)
    {
        ["DESTINATION"] = SpecCatalog.ConnectionSpecs().Where(spec => (string?)spec["id"] == (string?)target["connectionSpec"]?["id"]).Select(spec => (string)spec["name"]!).FirstOrDefault() ?? "",
        ["DESTINATION_NAME"] = (string?)target["name"] ?? "",
        ["DESTINATION_INSTANCE_ID"] = (string)flow["id"]!,
        ["DESTINATION_INSTANCE_NAME"] = (string?)flow["name"] ?? "",
        ["ORGANIZATION_NAME"] = options.OrgId,
        ["SANDBOX_NAME"] = sandbox.Name,
    };
}
