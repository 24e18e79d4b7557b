using Parquet.Schema;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>A row: the columns of a file that are wanted.</summary>
internal sealed class RootNode : StructNode
{
    private RootNode(IReadOnlyList<ColumnNode> members, ColumnChoice choice)
        : base("", 0, members, choice)
    {
    }

    /// <returns>Null when the file has none of the columns that are wanted.</returns>
    public static RootNode? Of(ParquetSchema schema, ColumnChoice choice)
    {
        ColumnNode[] nodes = [.. Nodes(schema.Fields, choice)];
        return nodes.Length > 0 ? new RootNode(nodes, choice) : null;
    }

    /// <summary>A row without anything.</summary>
    public static RootNode Empty(ColumnChoice choice) => new([], choice);

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
                return members.Length > 0 ? new StructNode(field.Name, field.MaxDefinitionLevel, members, choice) : null;
            case ListField list:
                return Node(list.Item, choice.Items()) is { } item
                    ? new ListNode(field.Name, field.MaxDefinitionLevel, field.MaxRepetitionLevel, item)
                    : null;
            case MapField { Key: DataField key } map:
                return Node(map.Value, choice.Items()) is { } value
                    ? new MapNode(field.Name, field.MaxDefinitionLevel, field.MaxRepetitionLevel, new LeafNode(key), value)
                    : null;
            case DataField { IsArray: true } repeated:
                return new ListNode(field.Name, field.MaxDefinitionLevel, field.MaxRepetitionLevel, new LeafNode(repeated));
            case DataField column:
                return new LeafNode(column);
            default:
                throw new AepException(
                    $"The column {field.Path} is a {field.SchemaType}, which is not read. Leave it out of the row type.");
        }
    }
}
