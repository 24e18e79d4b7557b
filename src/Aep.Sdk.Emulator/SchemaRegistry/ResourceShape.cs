using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>
/// Whether a body is a JSON Schema at all: what should be a text, a list or an object is one. All else looks at meanings.
/// </summary>
internal static class ResourceShape
{
    private static readonly string[] Texts = ["title", "description", "type", "$ref", "format", "pattern", "meta:xdmType", "meta:status"];
    private static readonly string[] ListsOfTexts = ["required", "meta:intendedToExtend", "meta:immutableTags", "meta:extends"];

    public static void Check(JsonObject body) => Check(body, "");

    private static void Check(JsonObject node, string path)
    {
        foreach ((string name, JsonNode? value) in node)
        {
            string place = $"{path}/{name}";
            if (Texts.Contains(name))
                Require(IsText(value), place, "a text");
            else if (ListsOfTexts.Contains(name))
                Require(value is JsonArray list && list.All(IsText), place, "a list of texts");
            else if (name is "properties" or "definitions")
                CheckAll(value, place);
            else if (name == "allOf")
                CheckParts(value, place);
            else if (name == "items"
                || (name == "additionalProperties" && value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)))
                Check(AsObject(value, place), place);
        }
    }

    private static void CheckAll(JsonNode? members, string path)
    {
        foreach ((string name, JsonNode? value) in AsObject(members, path))
            Check(AsObject(value, $"{path}/{name}"), $"{path}/{name}");
    }

    private static void CheckParts(JsonNode? parts, string path)
    {
        Require(parts is JsonArray, path, "a list");
        foreach ((int index, JsonNode? part) in ((JsonArray)parts!).Index())
            Check(AsObject(part, $"{path}/{index}"), $"{path}/{index}");
    }

    private static JsonObject AsObject(JsonNode? node, string path)
    {
        Require(node is JsonObject, path, "an object");
        return (JsonObject)node!;
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static void Require(bool holds, string path, string kind)
    {
        if (!holds)
            throw RegistryErrors.Invalid($"{path} must be {kind}.");
    }
}
