using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Which other resources a resource is made of.</summary>
internal static class ResourceReferences
{
    /// <summary>The <c>$id</c>s under <c>allOf</c>, without references within the document.</summary>
    public static IReadOnlyList<string> Of(JsonObject resource) => resource["allOf"] is JsonArray parts
        ? [.. parts.OfType<JsonObject>().Select(part => part["$ref"] as JsonValue).Where(value => value is not null)
            .Select(value => value!.ToString()).Where(id => !id.StartsWith('#'))]
        : [];

    public static IReadOnlyList<string> Extends(JsonObject resource) =>
        resource["meta:extends"] is JsonArray names ? [.. names.Select(name => (string)name!)] : [];

    /// <summary>The <c>$id</c>s of all resources that a resource names, in its <c>allOf</c> or at a field.</summary>
    public static IReadOnlyList<string> Anywhere(JsonObject resource) => [.. In(resource).Where(id => id.Length > 0).Distinct()];

    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject item =>
            item.SelectMany(
                member => member is { Key: "$ref", Value: JsonValue value } ? [value.ToString().Split('#')[0]] : In(member.Value)),
        JsonArray list => list.SelectMany(In),
        _ => [],
    };

    /// <summary>Whether the text of a resource names another anywhere.</summary>
    public static bool Mentions(JsonObject resource, string id) => Mentions((JsonNode)resource, id);

    private static bool Mentions(JsonNode? node, string id) => node switch
    {
        JsonObject item => item.Any(member =>
            (member.Key == "$ref" && member.Value is JsonValue value && value.ToString().Split('#')[0] == id) || Mentions(member.Value,
                id)),
        JsonArray list => list.Any(entry => Mentions(entry, id)),
        _ => false,
    };
}
