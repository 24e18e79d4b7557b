using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>A column, with the place where it is being read.</summary>
internal sealed class LeafNode(DataField column) : ColumnNode(column.Name), IDisposable
{
    private ColumnEntries? _entries;

    public override IEnumerable<LeafNode> Leaves => [this];

    public override bool IsNull => DefinitionLevel < column.MaxDefinitionLevel;

    /// <summary>How much of the current entry's path is there; all of it at the end.</summary>
    public int DefinitionLevel =>
        column.MaxDefinitionLevel == 0 || _entries!.IsAtEnd ? column.MaxDefinitionLevel : _entries.DefinitionLevel;

    /// <summary>Which list the current entry goes on with; 0 for a new row, and at the end.</summary>
    public int RepetitionLevel => column.MaxRepetitionLevel == 0 || _entries!.IsAtEnd ? 0 : _entries.RepetitionLevel;

    public bool IsAtEnd => _entries!.IsAtEnd;

    /// <summary>How many entries it has in a row group.</summary>
    public long CountIn(ParquetRowGroupReader group) => group.GetMetadata(column)?.MetaData?.NumValues ?? group.RowCount;

    /// <param name="group">The row group.</param>
    /// <param name="store">Takes the entries; null where they may be in memory.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task LoadAsync(ParquetRowGroupReader group, ColumnStore? store, CancellationToken cancellationToken)
    {
        LoadedEntries loaded = await LoadedEntries.ReadAsync(group, column, cancellationToken).ConfigureAwait(false);
        _entries = store is null
            ? loaded
            : await store.MoveAsync(loaded, column.MaxDefinitionLevel, cancellationToken).ConfigureAwait(false);
    }

    public void Advance() => _entries!.Advance();

    /// <summary>The current value as the name of a member.</summary>
    public string Text() => _entries!.Text();

    public override void Write(Utf8JsonWriter json)
    {
        _entries!.Write(json);
        _entries.Advance();
    }

    public void Dispose()
    {
        _entries?.Dispose();
        _entries = null;
    }
}
