using System.Text.Json;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>Entries that are in memory.</summary>
internal sealed class LoadedEntries : ColumnEntries
{
    private readonly RawColumnData _data;
    private readonly LeafValues _values;
    private readonly int _maxDefinitionLevel;
    private readonly bool _repeats;
    private readonly int _entries;
    private int _entry, _value;

    private LoadedEntries(RawColumnData data, DataField column)
    {
        _data = data;
        _values = LeafValues.Of(data, column);
        (_maxDefinitionLevel, _repeats) = (column.MaxDefinitionLevel, column.MaxRepetitionLevel > 0);
        _entries = _maxDefinitionLevel > 0 ? data.DefinitionLevels.Length : _repeats ? data.RepetitionLevels.Length : _values.Count;
    }

    public override bool IsAtEnd => _entry == _entries;

    public override int DefinitionLevel => _maxDefinitionLevel == 0 ? 0 : _data.DefinitionLevels[_entry];

    public override int RepetitionLevel => _repeats ? _data.RepetitionLevels[_entry] : 0;

    public static async Task<LoadedEntries> ReadAsync(ParquetRowGroupReader group, DataField column, CancellationToken cancellationToken)
    {
        RawColumnData data = await group.ReadRawColumnDataBaseAsync(column, cancellationToken).ConfigureAwait(false);
        try
        {
            return new LoadedEntries(data, column);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    public override void Write(Utf8JsonWriter json) => _values.Write(json, _value);

    public override string Text() => _values.Text(_value);

    public override void Advance()
    {
        if (DefinitionLevel == _maxDefinitionLevel)
            _value++;
        _entry++;
    }

    public override void Dispose() => _data.Dispose();
}
