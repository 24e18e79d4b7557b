using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>What differs between two states of a resource, as additions, replacements and removals at JSON pointers.</summary>
internal static class ResourceDifference
{
    private static readonly HashSet<string> NotOfTheClient = ["version", "meta:registryMetadata"];

    public static IEnumerable<JsonObject> Between(JsonObject before, JsonObject after) => Between("", before, after, NotOfTheClient);

    private static IEnumerable<JsonObject> Between(string path, JsonObject before, JsonObject after, HashSet<string> without)
    {
        foreach ((string name, JsonNode? value) in after.Where(member => !without.Contains(member.Key)))
        {
            string place = $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (before[name] is JsonObject old && value is JsonObject now)
            {
                foreach (JsonObject change in Between(place, old, now, []))
                    yield return change;
            }
            else if (!JsonNode.DeepEquals(before[name], value))
            {
                yield return Change(before.ContainsKey(name) ? "replace" : "add", place, value);
            }
        }
        foreach ((string name, _) in before.Where(member => !after.ContainsKey(member.Key) && !without.Contains(member.Key)))
            yield return Change("remove", $"{path}/{name}", null);
    }

    private static JsonObject Change(string action, string path, JsonNode? value) =>
        new() { ["action"] = action, ["path"] = path, ["value"] = value?.DeepClone() };
}
