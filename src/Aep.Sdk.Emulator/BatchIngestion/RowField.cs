using System.Globalization;
using System.Text;
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
    private readonly Dictionary<byte[], RowField>.AlternateLookup<ReadOnlySpan<byte>> _fields;

    private RowField(XdmField field, ReadOnlySpan<string> primaryIdentity)
    {
        Text = field.Name;
        Name = JsonEncodedText.Encode(field.Name);
        Kind = field.Kind;
        IsPrimaryIdentity = primaryIdentity is [var only] && only == field.Name;
        _allowed = field.Definition["enum"] is JsonArray values ? [.. values.Select(value => value?.ToString() ?? "")] : null;
        _minimum = Bound(field.Definition, "minimum");
        _maximum = Bound(field.Definition, "maximum");
        Items = field.Items is null ? null : new RowField(field.Items, []);

        ReadOnlySpan<string> below = primaryIdentity.Length > 1 && primaryIdentity[0] == field.Name ? primaryIdentity[1..] : [];
        var fields = new Dictionary<byte[], RowField>(RowNames.Comparer);
        var required = new List<RowField>();
        foreach (XdmField member in field.Fields)
        {
            var child = new RowField(member, below) { Index = fields.Count };
            fields.Add(Encoding.UTF8.GetBytes(member.Name), child);
            if (member.Required)
                required.Add(child);
        }
        _fields = fields.GetAlternateLookup<ReadOnlySpan<byte>>();
        FieldCount = fields.Count;
        IsFreeForm = fields.Count == 0;
        RequiredFields = required;
    }

    public string Text { get; }

    public JsonEncodedText Name { get; }

    public XdmKind Kind { get; }

    /// <summary>Whether the schema says nothing of what an object holds.</summary>
    public bool IsFreeForm { get; }

    /// <summary>Whether it is the row's primary identity.</summary>
    public bool IsPrimaryIdentity { get; }

    /// <summary>The members that an object must have.</summary>
    public IReadOnlyList<RowField> RequiredFields { get; }

    /// <summary>Its place among the fields of its object.</summary>
    public int Index { get; private init; }

    /// <summary>How many fields an object has.</summary>
    public int FieldCount { get; }

    public RowField? Items { get; }

    /// <summary>Whether the values are enumerated.</summary>
    public bool HasValues => _allowed is not null;

    /// <summary>The row itself, as if it were a field.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="primaryIdentity">Names on the way to the primary identity; null for none.</param>
    public static RowField ForRow(XdmSchema schema, string[]? primaryIdentity) =>
        new(new XdmField("", XdmKind.Object, schema.Fields, null, false), primaryIdentity is null ? [] : ["", .. primaryIdentity]);

    public RowField? Find(ReadOnlySpan<byte> name) => _fields.TryGetValue(name, out RowField? field) ? field : null;

    public bool Allows(string text) => _allowed is null || _allowed.Contains(text);

    public bool Allows(double number) =>
        !(number < _minimum) && !(number > _maximum) && (_allowed is null || Allows(number.ToString("R", CultureInfo.InvariantCulture)));

    private static double? Bound(JsonObject definition, string name) =>
        definition[name] is JsonValue value && value.TryGetValue(out double number) ? number : null;
}
