using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>A field of a schema, prepared for reading rows: names looked up fast, constraints parsed once.</summary>
internal sealed class RowField
{
    private readonly HashSet<string>? _allowed;
    private readonly double? _minimum;
    private readonly double? _maximum;

    private RowField(string name, XdmKind kind, bool required, JsonObject definition)
    {
        Name = JsonEncodedText.Encode(name);
        Kind = kind;
        Required = required;
        _allowed = definition["enum"] is JsonArray values ? [.. values.Select(value => value?.ToString() ?? "")] : null;
        _minimum = Bound(definition, "minimum");
        _maximum = Bound(definition, "maximum");
    }

    public JsonEncodedText Name { get; }

    public XdmKind Kind { get; }

    public bool Required { get; }

    public IReadOnlyDictionary<string, RowField> Fields { get; private init; } = new Dictionary<string, RowField>();

    public IReadOnlyList<RowField> RequiredFields { get; private init; } = [];

    public RowField? Items { get; private init; }

    /// <summary>The row itself, as if it were a field.</summary>
    public static RowField ForRow(XdmSchema schema) => From(new XdmField("", XdmKind.Object, schema.Fields, null, false));

    /// <summary>Whether the values are enumerated.</summary>
    public bool HasValues => _allowed is not null;

    public bool Allows(string text) => _allowed is null || _allowed.Contains(text);

    public bool Allows(double number) =>
        !(number < _minimum) && !(number > _maximum) && (_allowed is null || Allows(number.ToString("R", CultureInfo.InvariantCulture)));

    private static RowField From(XdmField field)
    {
        Dictionary<string, RowField> children = field.Fields.ToDictionary(child => child.Name, From, StringComparer.Ordinal);
        return new RowField(field.Name, field.Kind, field.Required, field.Definition)
        {
            Fields = children,
            RequiredFields = [.. children.Values.Where(child => child.Required)],
            Items = field.Items is null ? null : From(field.Items),
        };
    }

    private static double? Bound(JsonObject definition, string name) =>
        definition[name] is JsonValue value && value.TryGetValue(out double number) ? number : null;
}
