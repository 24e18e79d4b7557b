using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.StreamingIngestion.Validation;

/// <summary>What a field of a schema asks of a value, read once.</summary>
internal sealed class FieldRule
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    private FieldRule(XdmField field)
    {
        JsonObject definition = field.Definition;
        Name = field.Name;
        Kind = field.Kind;
        IsRequired = field.Required;
        Fields = field.Fields.ToDictionary(child => child.Name, child => new FieldRule(child), StringComparer.Ordinal);
        Items = field.Items is null ? null : new FieldRule(field.Items);
        Values =
            definition["enum"] is JsonArray values ? new HashSet<string>([.. values.Select(value => value?.ToString() ?? "null")]) : null;
        Minimum = Number(definition, "minimum");
        Maximum = Number(definition, "maximum");
        MinLength = (int?)Number(definition, "minLength");
        MaxLength = (int?)Number(definition, "maxLength");
        Format = Text(definition, "format");
        Pattern = Text(definition, "pattern") is { } pattern ? new Regex(pattern, RegexOptions.CultureInvariant, PatternTimeout) : null;
    }

    public string Name { get; }

    public XdmKind Kind { get; }

    public bool IsRequired { get; }

    public IReadOnlyDictionary<string, FieldRule> Fields { get; }

    /// <summary>What the items of an array or the values of a map must be.</summary>
    public FieldRule? Items { get; }

    public IReadOnlySet<string>? Values { get; }

    public double? Minimum { get; }

    public double? Maximum { get; }

    public int? MinLength { get; }

    public int? MaxLength { get; }

    public string? Format { get; }

    public Regex? Pattern { get; }

    public static FieldRule ForRow(XdmSchema schema) => new(new XdmField("", XdmKind.Object, schema.Fields, null, false));

    private static double? Number(JsonObject definition, string name) =>
        definition[name] is JsonValue value && value.TryGetValue(out double number) ? number : null;

    private static string? Text(JsonObject definition, string name) =>
        definition[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
