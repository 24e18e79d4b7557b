using Aep.Sdk.Schemas;

namespace Aep.Sdk.Parquet;

/// <summary>Makes the columns of a schema.</summary>
internal static class XdmColumns
{
    /// <summary>For a file; an object without fields, which Parquet cannot hold, has none.</summary>
    /// <exception cref="ArgumentException">The schema has no field at all that Parquet can hold.</exception>
    public static XdmObjectColumns Create(XdmFieldTree fields) =>
        ObjectOf(fields.Root, definition: 0, repetition: 0)
            ?? throw new ArgumentException($"{fields} has no field that a column could hold.", nameof(fields));

    private static XdmColumn? Of(XdmField field, int definition, int repetition)
    {
        if (field.Type == XdmFieldType.Object)
            return ObjectOf(field, definition, repetition);
        // A list or map is an optional group with a repeated one inside: two levels more, of which the second counts elements.
        if (field.Type == XdmFieldType.Array)
            return field.Items is { } item && Of(item, definition + 2, repetition + 1) is { } items
                ? new XdmListColumns(field, definition, repetition + 1, items)
                : null;
        if (field.Type == XdmFieldType.Map)
            return field.Values is { } value && Of(value, definition + 2, repetition + 1) is { } values
                ? new XdmMapColumns(field, definition, repetition + 1, Keys(field, definition + 1), values)
                : null;
        return XdmLeaves.Create(field, definition, repetition > 0);
    }

    private static XdmObjectColumns? ObjectOf(XdmField field, int definition, int repetition)
    {
        XdmColumn[] members = [.. field.Fields.Select(member => Of(member, definition + 1, repetition)).OfType<XdmColumn>()];
        return members.Length == 0 ? null : new XdmObjectColumns(field, definition, members);
    }

    // A key is there whenever its entry is.
    private static XdmLeaf Keys(XdmField map, int definition) => XdmLeaves.Create(
        new XdmField { Name = "key", Path = map.Path, Type = XdmFieldType.String }, definition, repeats: true, isNullable: false);
}
