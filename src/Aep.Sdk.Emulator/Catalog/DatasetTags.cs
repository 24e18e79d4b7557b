using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>The tags of a dataset that the platform reads itself.</summary>
internal static class DatasetTags
{
    public const string Table = "adobe/pqs/table";
    public const string Profile = "unifiedProfile";

    public static bool IsProfileEnabled(JsonObject dataset) =>
        dataset["tags"] is JsonObject tags && tags[Profile] is JsonArray values
        && values.Any(value => value?.ToString().Replace(" ", "", StringComparison.Ordinal) == "enabled:true");
}
