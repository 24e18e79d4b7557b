using System.Text.Json;
using Parquet.Data;
using Parquet.Schema;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>A column of one row group.</summary>
internal abstract class ParquetLeaf(DataField data, RawColumnData column) : ParquetNode(data.Name), IDisposable
{
    private int _next;

    public override int Definition => _next >= Count ? -1 : data.MaxDefinitionLevel == 0 ? 0 : column.DefinitionLevels[_next];

    public override int Repetition => _next >= Count || data.MaxRepetitionLevel == 0 ? 0 : column.RepetitionLevels[_next];

    protected abstract int ValueCount { get; }

    private int Count => data.MaxDefinitionLevel == 0 ? ValueCount : column.DefinitionLevels.Length;

    protected bool HasValue => Definition == data.MaxDefinitionLevel;

    /// <summary>The present value as the name of a member, for keys of maps.</summary>
    public abstract string ReadName();

    public override void Skip() => _next++;

    public void Dispose() => column.Dispose();
}

/// <inheritdoc cref="ParquetLeaf"/>
internal sealed class ParquetLeaf<T>(DataField field, RawColumnData<T> column, Action<Utf8JsonWriter, T> write) : ParquetLeaf(field, column)
    where T : struct
{
    private int _value;

    protected override int ValueCount => column.Values.Length;

    public override void Write(Utf8JsonWriter json)
    {
        if (HasValue) write(json, column.Values[_value++]);
        else json.WriteNullValue();
        Skip();
    }

    public override string ReadName()
    {
        string name = column.Values[_value++].ToString()!;
        Skip();
        return name;
    }
}
