using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>One step of a JSON Patch.</summary>
internal sealed class PatchStep
{
    private static readonly string[] Operations = ["add", "replace", "remove", "test"];
    private readonly Func<string, ApiException> _refuse;
    private readonly string _name;
    private readonly string _path;
    private readonly string[] _places;
    private readonly JsonNode? _value;

    public PatchStep(JsonNode? operation, Func<string, ApiException> refuse)
    {
        _refuse = refuse;
        JsonObject step = operation as JsonObject ?? throw refuse("it must be an object.");
        _name = Text(step, "op").ToLowerInvariant();
        if (!Operations.Contains(_name))
            throw refuse($"the operation '{_name}' is none of {string.Join(", ", Operations)}.");
        _path = Text(step, "path");
        if (!_path.StartsWith('/'))
            throw refuse($"The path '{_path}' must start with a slash.");
        if (_name != "remove" && !step.ContainsKey("value"))
            throw refuse($"value is missing: '{_name}' at '{_path}' needs one.");
        _places = [.. _path[1..].TrimEnd('/').Split('/').Select(Unescape)];
        _value = step["value"]?.DeepClone();
    }

    public void ApplyTo(JsonObject root)
    {
        JsonNode? parent = root;
        foreach (string place in _places[..^1])
            parent = Has(parent, place)
                ? Child(parent!, place)
                : throw _refuse($"The path '{_path}' does not exist: there is no '{place}'.");
        string last = _places[^1];
        if (_name == "add")
            Add(parent, last);
        else if (!Has(parent, last))
            throw _refuse($"The operation '{_name}' cannot be applied at '{_path}': there is nothing.");
        else if (_name == "replace")
            Set(parent!, last);
        else if (_name == "remove")
            Remove(parent!, last);
        else if (!JsonNode.DeepEquals(Child(parent!, last), _value))
            throw _refuse($"The operation 'test' cannot be applied at '{_path}': the value there is another.");
    }

    private string Text(JsonObject step, string member) => step[member] is JsonValue value && value.TryGetValue(out string? text)
        ? text
        : throw _refuse($"{member} is missing or not a text.");

    private string Unescape(string place)
    {
        for (int index = place.IndexOf('~'); index >= 0; index = place.IndexOf('~', index + 1))
        {
            if (index + 1 == place.Length || place[index + 1] is not ('0' or '1'))
                throw _refuse($"In the path '{_path}' a ~ is followed by neither 0 nor 1.");
        }
        return place.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }

    private static bool Has(JsonNode? node, string place) => node switch
    {
        JsonObject item => item.ContainsKey(place),
        JsonArray list => Index(place) is { } index && index < list.Count,
        _ => false,
    };

    private static JsonNode? Child(JsonNode node, string place) => node is JsonArray list ? list[Index(place)!.Value] : node[place];

    private void Add(JsonNode? parent, string place)
    {
        if (parent is JsonObject item)
            item[place] = _value;
        else if (parent is not JsonArray list)
            throw _refuse($"The operation 'add' cannot be applied at '{_path}': what would hold it is neither an object nor a list.");
        else if (place == "-")
            list.Add(_value);
        else if (Index(place) is { } index && index <= list.Count)
            list.Insert(index, _value);
        else
            throw _refuse($"The operation 'add' cannot be applied at '{_path}': '{place}' is no place of a list of {list.Count}.");
    }

    private void Set(JsonNode parent, string place)
    {
        if (parent is JsonArray list)
            list[Index(place)!.Value] = _value;
        else
            parent[place] = _value;
    }

    private static void Remove(JsonNode parent, string place)
    {
        if (parent is JsonArray list)
            list.RemoveAt(Index(place)!.Value);
        else
            parent.AsObject().Remove(place);
    }

    // 0, 1, 10; not 01, +1 or -1.
    private static int? Index(string place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && (place.Length == 1 || place[0] != '0')
            ? index : null;
}
