using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>
/// Fields that a descriptor deprecates in one schema: the form <c>xed-deprecatefield</c> shows them with <c>meta:status</c>.
/// </summary>
internal static class DeprecatedFields
{
    public const string Status = "meta:status";
    public const string Deprecated = "deprecated";
    private const string DescriptorType = "xdm:descriptorDeprecated";

    /// <param name="composed">The fields of a schema, all references resolved.</param>
    /// <param name="descriptors">The descriptors of the schema.</param>
    public static void Mark(JsonObject composed, IEnumerable<JsonObject> descriptors)
    {
        foreach (JsonObject descriptor in descriptors.Where(descriptor => (string?)descriptor["@type"] == DescriptorType))
        {
            foreach (string path in Paths(descriptor["xdm:sourceProperty"]))
            {
                if (Find(composed, path) is { } field)
                    field[Status] = Deprecated;
            }
        }
    }

    private static IEnumerable<string> Paths(JsonNode? property) =>
        property is JsonArray list ? list.Select(path => path!.ToString()) : [property?.ToString() ?? ""];

    private static JsonObject? Find(JsonObject root, string path)
    {
        JsonObject? node = root;
        foreach (string step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = (node?["properties"] as JsonObject)?[step] as JsonObject;
        return node;
    }
}
