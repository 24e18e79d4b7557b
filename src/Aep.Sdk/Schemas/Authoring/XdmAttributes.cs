using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>The attributes of a property. Those of a record's parameter count too.</summary>
internal sealed class XdmAttributes(JsonPropertyInfo property)
{
    private readonly object[] _all =
    [
        .. property.AttributeProvider?.GetCustomAttributes(inherit: true) ?? [],
        .. property.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(inherit: true) ?? [],
    ];

    public XdmFieldAttribute Field => First<XdmFieldAttribute>() ?? new XdmFieldAttribute();

    public T? First<T>()
        where T : Attribute => _all.OfType<T>().FirstOrDefault();

    public bool Has<T>()
        where T : Attribute => First<T>() is not null;

    /// <summary>Adds what they say to a definition.</summary>
    /// <returns>What does not fit it.</returns>
    public IEnumerable<string> Write(JsonObject definition, string name)
    {
        XdmFieldAttribute field = Field;
        definition["title"] = field.Title ?? name;
        Set(definition, "description", field.Description);
        Set(definition, "meta:status", field.Deprecated ? "deprecated" : null);
        return [.. Limits(definition, field), .. Values(definition, field)];
    }

    private static IEnumerable<string> Limits(JsonObject definition, XdmFieldAttribute field)
    {
        string type = (string?)definition["type"] ?? "";
        bool limitsText = field.Format is not null || field.Pattern is not null || field.MinLength >= 0 || field.MaxLength >= 0;
        if (limitsText && type != "string")
            yield return "format, pattern and lengths go with texts";
        if (type is not ("number" or "integer") && !(double.IsNaN(field.Minimum) && double.IsNaN(field.Maximum)))
            yield return "a minimum and a maximum go with numbers";
        if (field.Minimum > field.Maximum)
            yield return $"the minimum {field.Minimum} is greater than the maximum {field.Maximum}";
        Set(definition, "format", field.Format);
        Set(definition, "pattern", field.Pattern);
        Set(definition, "minLength", field.MinLength < 0 ? null : field.MinLength);
        Set(definition, "maxLength", field.MaxLength < 0 ? null : field.MaxLength);
        Set(definition, "minimum", Bound(field.Minimum));
        Set(definition, "maximum", Bound(field.Maximum));
    }

    private IEnumerable<string> Values(JsonObject definition, XdmFieldAttribute field)
    {
        XdmValueAttribute[] values = [.. _all.OfType<XdmValueAttribute>()];
        if (values.Length == 0)
            yield break;
        // The values of a list are those of its elements.
        JsonObject target = definition["items"] as JsonObject ?? definition;
        if ((string?)target["type"] != "string")
            yield return "named values go with texts";
        string[] allowed = target["enum"] is JsonArray known ? [.. known.Select(value => (string?)value ?? "")] : [];
        foreach (XdmValueAttribute value in values.Where(value => allowed.Length > 0 && !allowed.Contains(value.Value)))
            yield return $"'{value.Value}' is none of the enum's values {string.Join(", ", allowed)}";
        target["meta:enum"] = new JsonObject(
            values.DistinctBy(value => value.Value).Select(value => KeyValuePair.Create(value.Value, (JsonNode?)value.Title)));
        if (allowed.Length == 0 && !field.OtherValues)
            target["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value.Value)]);
    }

    // A whole number as one: 1, not 1.0.
    private static JsonNode? Bound(double number) =>
        double.IsNaN(number) ? null : number == Math.Floor(number) && Math.Abs(number) < 1e15 ? (JsonNode)(long)number : number;

    private static void Set(JsonObject definition, string name, JsonNode? value)
    {
        if (value is not null)
            definition[name] = value;
    }
}
