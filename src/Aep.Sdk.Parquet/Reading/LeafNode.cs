using System.Text.Json;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>A column, with the place where it is being read.</summary>
internal sealed class LeafNode(DataField column) : ColumnNode(column.Name), IDisposable
{
    private RawColumnData? _data;
    private LeafValues? _values;
    private int _entry, _value, _entries;

    public override IEnumerable<LeafNode> Leaves => [this];

    public override bool IsNull => DefinitionLevel < column.MaxDefinitionLevel;

    /// <summary>How much of the current entry's path is there.</summary>
    public int DefinitionLevel =>
        column.MaxDefinitionLevel == 0 || _entry >= _entries ? column.MaxDefinitionLevel : _data!.DefinitionLevels[_entry];

    /// <summary>Which list the current entry goes on with; 0 for a new row, and at the end.</summary>
    public int RepetitionLevel => column.MaxRepetitionLevel == 0 || _entry >= _entries ? 0 : _data!.RepetitionLevels[_entry];

    public bool IsAtEnd => _entry == _entries;

    public async Task LoadAsync(ParquetRowGroupReader group, CancellationToken cancellationToken)
    {
        _data = await group.ReadRawColumnDataBaseAsync(column, cancellationToken).ConfigureAwait(false);
        _values = LeafValues.Of(_data, column);
        (_entry, _value) = (0, 0);
        _entries = column.MaxDefinitionLevel > 0
            ? _data.DefinitionLevels.Length
            : column.MaxRepetitionLevel > 0 ? _data.RepetitionLevels.Length : _values.Count;
    }

    public void Advance()
    {
        if (!IsNull)
            _value++;
        _entry++;
    }

    /// <summary>The current value as the name of a member.</summary>
    public string Text() => _values!.Text(_value);

    public override void Write(Utf8JsonWriter json)
    {
        _values!.Write(json, _value);
        Advance();
    }

    public void Dispose()
    {
        _data?.Dispose();
        (_data, _values) = (null, null);
    }
}
