using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Turns a schema document into a typed schema.</summary>
internal static class SchemaResolver
{
    private const string UnionTag = "union";

    public static XdmSchema Resolve(JsonObject schema, SchemaComposer composer)
    {
        string behavior = BehaviorOf(schema);
        return new XdmSchema(
            (string)schema["$id"]!,
            (string?)schema["title"] ?? "",
            (string?)schema["meta:class"] ?? "",
            behavior == StandardIds.TimeSeries,
            IsInUnion(schema),
            XdmFieldReader.ReadFields(composer.Compose(schema)))
        {
            Behavior = behavior,
        };
    }

    public static bool IsInUnion(JsonObject schema) =>
        schema["meta:immutableTags"] is JsonArray tags && tags.Any(tag => (string?)tag == UnionTag);

    private static string BehaviorOf(JsonObject schema)
    {
        HashSet<string> extends = schema["meta:extends"] is JsonArray names ? [.. names.Select(name => (string)name!)] : [];
        if (extends.Contains(StandardIds.AdHoc))
            return StandardIds.AdHoc;
        return extends.Contains(StandardIds.TimeSeries) ? StandardIds.TimeSeries : StandardIds.Record;
    }
}
