using System.Text.Json.Nodes;

namespace Aep.Sdk.ContractTests.Specifications;

/// <summary>A JSON schema inside a specification, with references followed.</summary>
internal sealed class SchemaNode
{
    private const int MaxDepth = 8;
    private readonly JsonObject _document;
    private readonly JsonObject _schema;

    public SchemaNode(JsonObject document, JsonObject schema)
    {
        _document = document;
        _schema = Follow(document, schema);
    }

    public SchemaNode? Items => _schema["items"] is JsonObject items ? new SchemaNode(_document, items) : null;

    /// <summary>Named properties, those of all its parts and variants together.</summary>
    public IReadOnlyDictionary<string, SchemaNode> Properties => Collect(0);

    /// <summary>True where members without a name in the schema are allowed by it, or where it names none.</summary>
    public bool IsOpen => Properties.Count == 0 || Parts().Any(
        part => part._schema["additionalProperties"] is JsonObject || (bool?)(part._schema["additionalProperties"] as JsonValue) == true);

    /// <summary>The example that the schema has, or one made of the examples of its properties.</summary>
    public JsonNode? Example(int depth = 0)
    {
        if (_schema["example"] is { } example)
            return Unwrap(example);
        if (_schema["default"] is { } given && given is JsonValue)
            return given.DeepClone();
        if (_schema["enum"] is JsonArray { Count: > 0 } values)
            return values[0]?.DeepClone();
        if (depth > MaxDepth)
            return null;
        if (Items is { } items)
            return items.Example(depth + 1) is { } item ? new JsonArray(item) : new JsonArray();
        if (Properties is { Count: > 0 } properties)
            return new JsonObject(properties
                .Select(property => KeyValuePair.Create(property.Key, property.Value.Example(depth + 1))).Where(
                    property => property.Value is not null));
        return OfType((string?)_schema["type"], (string?)_schema["format"]);
    }

    /// <summary>An example that was written as text, as it is meant.</summary>
    public static JsonNode? Unwrap(JsonNode example)
    {
        if (example is JsonValue value && value.TryGetValue(out string? text) && text.TrimStart() is ['{' or '[', ..])
        {
            try
            {
                return JsonNode.Parse(text);
            }
            catch (System.Text.Json.JsonException)
            {
                return example.DeepClone();
            }
        }
        return example.DeepClone();
    }

    public static JsonObject Follow(JsonObject document, JsonObject node)
    {
        while ((string?)node["$ref"] is { } reference)
        {
            node = reference[2..].Split('/').Aggregate((JsonNode?)document, (found, part) => found?[Unescape(part)]) as JsonObject
                ?? []; // some references of the specifications lead nowhere
        }
        return node;
    }

    private static string Unescape(string part) =>
        Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static JsonNode? OfType(string? type, string? format) => (type, format) switch
    {
        ("string", "date-time") => "2026-01-02T03:04:05Z",
        ("string", "date") => "2026-01-02",
        ("string", _) => "text",
        ("integer", _) => 1,
        ("number", _) => 1.5,
        ("boolean", _) => true,
        _ => null,
    };

    private IReadOnlyDictionary<string, SchemaNode> Collect(int depth)
    {
        var found = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        if (depth > MaxDepth)
            return found;
        if (_schema["properties"] is JsonObject properties)
        {
            foreach ((string name, JsonNode? schema) in properties)
                found[name] = new SchemaNode(_document, schema as JsonObject ?? []);
        }
        foreach (SchemaNode part in Variants())
        {
            foreach ((string name, SchemaNode schema) in part.Collect(depth + 1))
                found.TryAdd(name, schema);
        }
        return found;
    }

    private IEnumerable<SchemaNode> Parts() => Variants().Prepend(this);

    private IEnumerable<SchemaNode> Variants() => new[] { "allOf", "oneOf", "anyOf" }
        .SelectMany(keyword => (_schema[keyword] as JsonArray ?? []).OfType<JsonObject>())
        .Select(part => new SchemaNode(_document, part));
}
