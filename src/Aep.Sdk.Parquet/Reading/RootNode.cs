using System.Text.Json.Serialization.Metadata;
using Parquet.Schema;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>A row: the columns of a file that are wanted.</summary>
internal sealed class RootNode : StructNode
{
    private RootNode(IReadOnlyList<ColumnNode> members)
        : base("", 0, members)
    {
    }

    /// <exception cref="AepException">The file has none of the columns that are wanted.</exception>
    public static RootNode Of(ParquetSchema schema, JsonTypeInfo type, IReadOnlyList<string>? columns, string name)
    {
        ColumnChoice choice = columns is null ? ColumnChoice.Of(type) : ColumnChoice.Of(columns);
        ColumnNode[] nodes = [.. Nodes(schema.Fields, choice)];
        if (nodes.Length > 0)
            return new RootNode(nodes);
        string there = string.Join(", ", schema.Fields.Select(field => field.Name));
        throw new AepException($"{name} has none of the columns {choice}. It has {there}.");
    }

    private static IEnumerable<ColumnNode> Nodes(IEnumerable<Field> fields, ColumnChoice choice) =>
        from field in fields
        let chosen = choice.Below(field.Name)
        where chosen is not null
        let node = Node(field, chosen)
        where node is not null
        select node;

    private static ColumnNode? Node(Field field, ColumnChoice choice)
    {
        switch (field)
        {
            case StructField structure:
                ColumnNode[] members = [.. Nodes(structure.Fields, choice)];
                // An object of which nothing is wanted is still there or not: one of its columns tells.
                return members.Length > 0 ? new StructNode(field.Name, field.MaxDefinitionLevel, members) : null;
            case ListField list:
                return Node(list.Item, choice.Items()) is { } item ? new ListNode(field.Name, field.MaxDefinitionLevel, field.MaxRepetitionLevel, item) : null;
            case MapField { Key: DataField key } map:
                return Node(map.Value, choice.Items()) is { } value
                    ? new MapNode(field.Name, field.MaxDefinitionLevel, field.MaxRepetitionLevel, new LeafNode(key), value)
                    : null;
            case DataField { IsArray: true } repeated:
                return new ListNode(field.Name, field.MaxDefinitionLevel, field.MaxRepetitionLevel, new LeafNode(repeated));
            case DataField column:
                return new LeafNode(column);
            default:
                throw new AepException($"The column {field.Path} is a {field.SchemaType}, which is not read. Leave it out of the row type.");
        }
    }
}
