using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>What the macros in names say about the destination of a flow.</summary>
internal static class DestinationNames
{
    private static readonly string[] Common =
        ["DESTINATION", "DESTINATION_NAME", "DESTINATION_INSTANCE_ID", "DESTINATION_INSTANCE_NAME", "ORGANIZATION_NAME", "SANDBOX_NAME"];

    /// <summary>The macros in the folders of datasets.</summary>
    public static IReadOnlyList<string> OfDataset { get; } = [.. Common, "DATASET_ID", "DATASET_NAME"];

    /// <summary>The macros in the file names of audiences.</summary>
    public static IReadOnlyList<string> OfAudience { get; } = [.. Common, "SEGMENT_ID", "SEGMENT_NAME"];

    public static Dictionary<string, string> Macros(Sandbox sandbox, JsonObject flow, JsonObject target, AepEmulatorOptions options) =>
        new(StringComparer.Ordinal)
        {
            ["DESTINATION"] = SpecCatalog.ConnectionSpecs().Where(spec => (string?)spec["id"] == (string?)target["connectionSpec"]?["id"])
            .Select(spec => (string)spec["name"]!).FirstOrDefault() ?? "",
            ["DESTINATION_NAME"] = (string?)target["name"] ?? "",
            ["DESTINATION_INSTANCE_ID"] = (string)flow["id"]!,
            ["DESTINATION_INSTANCE_NAME"] = (string?)flow["name"] ?? "",
            ["ORGANIZATION_NAME"] = options.OrgId,
            ["SANDBOX_NAME"] = sandbox.Name,
        };
}
