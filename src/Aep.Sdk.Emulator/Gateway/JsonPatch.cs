using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>JSON Patch (RFC 6902): add, replace, remove, test. Paths are JSON Pointers (RFC 6901).</summary>
internal static class JsonPatch
{
    /// <returns>A changed copy.</returns>
    public static JsonObject Apply(JsonObject document, JsonArray operations, Func<string, ApiException> refuse)
    {
        var copy = (JsonObject)document.DeepClone();
        foreach (JsonNode? operation in operations)
        {
            JsonObject step = operation as JsonObject ?? throw refuse("A patch operation must be an object.");
            string name = ((string?)step["op"])?.ToLowerInvariant() ?? throw refuse("op is missing in a patch operation.");
            string path = (string?)step["path"] ?? throw refuse("path is missing in a patch operation.");
            ApplyOne(copy, name, path, step["value"]?.DeepClone(), refuse);
        }
        return copy;
    }

    private static void ApplyOne(JsonObject root, string name, string path, JsonNode? value, Func<string, ApiException> refuse)
    {
        if (path.Length == 0 || path[0] != '/')
            throw refuse($"The path '{path}' must start with a slash.");
        string[] steps = [.. path[1..].TrimEnd('/').Split('/').Select(step => step.Replace("~1", "/").Replace("~0", "~"))];
        JsonNode? parent = root;
        foreach (string step in steps[..^1])
            parent = Child(parent, step) ?? throw refuse($"The path '{path}' does not exist.");
        string last = steps[^1];
        switch (name)
        {
            case "add":
                Add(parent!, last, value);
                break;
            case "replace" when Child(parent, last) is not null:
                Set(parent!, last, value);
                break;
            case "remove" when Child(parent, last) is not null:
                Remove(parent!, last);
                break;
            case "test" when JsonNode.DeepEquals(Child(parent, last), value):
                break;
            default:
                throw refuse($"The operation '{name}' cannot be applied at '{path}'.");
        }
    }

    private static JsonNode? Child(JsonNode? parent, string step) => parent switch
    {
        JsonObject inner => inner[step],
        JsonArray array when int.TryParse(step, out int index) && index >= 0 && index < array.Count => array[index],
        _ => null,
    };

    private static void Add(JsonNode parent, string step, JsonNode? value)
    {
        if (parent is JsonArray array)
            array.Insert(int.TryParse(step, out int index) ? Math.Clamp(index, 0, array.Count) : array.Count, value);
        else
            parent[step] = value;
    }

    private static void Set(JsonNode parent, string step, JsonNode? value)
    {
        if (parent is JsonArray array)
            array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] = value;
        else
            parent[step] = value;
    }

    private static void Remove(JsonNode parent, string step)
    {
        if (parent is JsonArray array)
            array.RemoveAt(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture));
        else
            parent.AsObject().Remove(step);
    }
}
