using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>What is known of a value before a profile is seen. <see cref="PqlKind.Any"/>: nothing.</summary>
internal sealed class PqlType(PqlKind kind, PqlType? items = null, IReadOnlyDictionary<string, PqlType>? members = null)
{
    public static readonly PqlType Any = new(PqlKind.Any);
    public static readonly PqlType Boolean = new(PqlKind.Boolean);
    public static readonly PqlType Number = new(PqlKind.Number);
    public static readonly PqlType Text = new(PqlKind.Text);
    public static readonly PqlType Time = new(PqlKind.Time);

    public PqlKind Kind => kind;

    /// <summary>The type of a list's items and of a map's values.</summary>
    public PqlType Items => items ?? Any;

    public IReadOnlyDictionary<string, PqlType>? Members => members;

    public bool IsAny => kind == PqlKind.Any;

    public static PqlType ListOf(PqlType items) => new(PqlKind.List, items);

    public static PqlType MapOf(PqlType items) => new(PqlKind.Map, items);

    /// <summary>The type of a field of an object, of each object of a list, of a key of a map; null if there is none.</summary>
    public PqlType? Member(string name) => kind switch
    {
        PqlKind.Any => Any,
        PqlKind.Object => members!.GetValueOrDefault(name),
        PqlKind.Map => Items,
        PqlKind.List => Items.Member(name) is { } member ? member.Kind == PqlKind.List ? member : ListOf(member) : null,
        _ => null,
    };

    /// <summary>What a rule may name of a schema.</summary>
    public static PqlType Of(XdmSchema schema) => Object(schema.Fields);

    public string Describe() => kind switch
    {
        PqlKind.Boolean => "true or false",
        PqlKind.Number => "a number",
        PqlKind.Text => "a text",
        PqlKind.Time => "a time",
        PqlKind.List => "a list",
        PqlKind.Map => "a map",
        PqlKind.Object => "an object",
        _ => "any value",
    };

    private static PqlType Of(XdmField field) => field.Kind switch
    {
        XdmKind.String => Text,
        XdmKind.Boolean => Boolean,
        XdmKind.Date or XdmKind.DateTime => Time,
        XdmKind.Object => field.Fields.Count == 0 ? Any : Object(field.Fields),
        XdmKind.Array => ListOf(field.Items is null ? Any : Of(field.Items)),
        XdmKind.Map => MapOf(field.Items is null ? Any : Of(field.Items)),
        _ => Number,
    };

    private static PqlType Object(IReadOnlyList<XdmField> fields) =>
        new(PqlKind.Object, members: fields.ToDictionary(field => field.Name, Of, StringComparer.Ordinal));
}
