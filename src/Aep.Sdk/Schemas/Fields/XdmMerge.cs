using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>One definition out of several of one name.</summary>
internal static class XdmMerge
{
    public static JsonElement AllOf(IEnumerable<JsonElement> definitions)
    {
        var merged = new JsonObject();
        foreach (JsonElement definition in definitions.Where(definition => definition.ValueKind == JsonValueKind.Object))
            Into(merged, JsonObject.Create(definition)!);
        using JsonDocument document = JsonDocument.Parse(merged.ToJsonString());
        return document.RootElement.Clone();
    }

    private static void Into(JsonObject target, JsonObject source)
    {
        foreach ((string name, JsonNode? value) in source)
        {
            if (!target.TryGetPropertyValue(name, out JsonNode? present))
                target[name] = value?.DeepClone();
            else if (present is JsonObject inner && value is JsonObject more)
                Into(inner, more);
            else if (present is JsonArray list && value is JsonArray others && name == "required")
                Append(list, others);
        }
    }

    private static void Append(JsonArray list, JsonArray others)
    {
        foreach (JsonNode? other in others.Where(other => !list.Any(item => JsonNode.DeepEquals(item, other))))
            list.Add(other?.DeepClone());
    }
}
