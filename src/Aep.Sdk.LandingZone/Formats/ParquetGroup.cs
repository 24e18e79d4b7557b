using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>A row group, read column by column and given back record by record.</summary>
internal sealed class ParquetGroup : IDisposable
{
    private readonly List<ParquetLeaf> _leaves = [];
    private readonly List<ParquetNode> _fields = [];

    private ParquetGroup(long rows) => Rows = rows;

    public long Rows { get; }

    public static async Task<ParquetGroup> ReadAsync(ParquetRowGroupReader reader, IEnumerable<Field> fields, CancellationToken cancellationToken)
    {
        var group = new ParquetGroup(reader.RowCount);
        try
        {
            foreach (Field field in fields) group._fields.Add(await group.NodeAsync(reader, field, cancellationToken).ConfigureAwait(false));
            return group;
        }
        catch
        {
            group.Dispose();
            throw;
        }
    }

    /// <summary>Writes the next record.</summary>
    public void WriteNext(Utf8JsonWriter json) => ParquetStruct.WriteMembers(json, _fields);

    public void Dispose()
    {
        foreach (ParquetLeaf leaf in _leaves) leaf.Dispose();
    }

    private async Task<ParquetNode> NodeAsync(ParquetRowGroupReader reader, Field field, CancellationToken cancellationToken)
    {
        switch (field)
        {
            case StructField structure:
                var members = new List<ParquetNode>();
                foreach (Field member in structure.Fields) members.Add(await NodeAsync(reader, member, cancellationToken).ConfigureAwait(false));
                return new ParquetStruct(structure, members);
            case ListField list:
                return new ParquetList(list, await NodeAsync(reader, list.Item, cancellationToken).ConfigureAwait(false));
            case MapField { Key: DataField key } map:
                ParquetLeaf keys = await LeafAsync(reader, key, cancellationToken).ConfigureAwait(false);
                return new ParquetMap(map, keys, await NodeAsync(reader, map.Value, cancellationToken).ConfigureAwait(false));
            case DataField data:
                ParquetLeaf leaf = await LeafAsync(reader, data, cancellationToken).ConfigureAwait(false);
                return data.IsArray ? new ParquetList(data, leaf) : leaf;
            default:
                throw new AepException($"The Parquet field {field.Path} is a {field.SchemaType}, which cannot be read as rows.");
        }
    }

    private async Task<ParquetLeaf> LeafAsync(ParquetRowGroupReader reader, DataField field, CancellationToken cancellationToken)
    {
        ParquetLeaf leaf = await ParquetLeaves.ReadAsync(reader, field, cancellationToken).ConfigureAwait(false);
        _leaves.Add(leaf);
        return leaf;
    }
}
