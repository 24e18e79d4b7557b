using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>The filters of a catalog listing.</summary>
internal static class CatalogFilter
{
    /// <summary>
    /// Whether a document has a member of that value. Several values, separated by commas, are alternatives, except for tags.
    /// </summary>
    public static bool Matches(JsonObject document, string name, string value) => name switch
    {
        // Batches name their dataset among their related objects.
        "dataSet" => document["relatedObjects"] is JsonArray related
            && related.Any(entry => (string?)entry?["type"] == "dataSet" && (string?)entry["id"] == value),
        "batch" => (string?)document["id"] == value,
        "tags" => value.Split(',').All(tag => HasTag(document, tag)),
        // When the rows of a batch are from.
        "startAfter" => Time(document, "startDate") > Milliseconds(name, value),
        "startBefore" => Time(document, "startDate") < Milliseconds(name, value),
        "endAfter" => Time(document, "endDate") > Milliseconds(name, value),
        "endBefore" => Time(document, "endDate") < Milliseconds(name, value),
        // The last batches have their dataset as their id.
        "dataSetId" => value.Split(',').Contains((string?)(document["dataSetId"] ?? document["id"])),
        // A name may hold a comma.
        _ => Text(document[name]) == value || value.Split(',').Contains(Text(document[name])),
    };

    private static bool HasTag(JsonObject document, string tag)
    {
        if (document["tags"] is not JsonObject tags)
            return false;
        // unifiedProfile:enabled:true: name and value may hold colons themselves.
        foreach (int split in Enumerable.Range(0, tag.Length).Where(index => tag[index] == ':'))
        {
            string wanted = tag[(split + 1)..];
            // Tags of the platform itself are no lists: acp_enableErrorDiagnostics is a flag.
            if (tags[tag[..split]] is { } found && (found as IEnumerable<JsonNode?> ?? [found]).Any(value => Fits(Text(value), wanted)))
                return true;
        }
        return false;
    }

    private static bool Fits(string text, string wanted) =>
        wanted.EndsWith('*') ? text.StartsWith(wanted[..^1], StringComparison.Ordinal) : text == wanted;

    private static long? Time(JsonObject batch, string name) => (long?)(batch["availableDates"] as JsonObject)?[name];

    private static long Milliseconds(string name, string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long time)
        ? time
        : throw CatalogErrors.Invalid($"{name} must be a time in milliseconds since 1970.");

    private static string Text(JsonNode? node) => node?.ToString() ?? "";
}
