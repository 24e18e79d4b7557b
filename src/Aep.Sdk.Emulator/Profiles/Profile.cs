using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>A person's merged attributes by dotted path. Values are double, string or bool. An immutable view: reads need no lock.</summary>
internal sealed record Profile(string Namespace, string Identity, IReadOnlyDictionary<string, object> Attributes)
{
    public object? Attribute(string path) => Attributes.GetValueOrDefault(path);

    /// <summary>The attributes as an XDM document.</summary>
    public JsonObject ToDocument()
    {
        var document = new JsonObject();
        foreach ((string path, object value) in Attributes)
            Set(document, path.Split('.'), value);
        return document;
    }

    private static void Set(JsonObject document, string[] path, object value)
    {
        JsonObject level = document;
        foreach (string step in path[..^1])
            level = (level[step] ??= new JsonObject()).AsObject();
        level[path[^1]] = value switch
        {
            double number => JsonValue.Create(number),
            bool truth => JsonValue.Create(truth),
            _ => JsonValue.Create((string)value),
        };
    }
}
