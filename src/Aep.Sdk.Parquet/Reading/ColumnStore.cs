using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using Aep.Sdk.Core;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>
/// Columns of a row group that is too large to be in memory with all of them: each is read by itself and written to a file of the disk, as
/// JSON behind its levels, from which the rows are then put together.
/// </summary>
internal sealed class ColumnStore : IDisposable
{
    /// <summary>An entry's definition and repetition level.</summary>
    public const int LevelBytes = 2;

    /// <summary>The levels and the length of the value that follows.</summary>
    public const int HeadBytes = LevelBytes + sizeof(int);

    private const int PortionBytes = 256 * 1024;

    private readonly FileStream _file = TemporaryFile.Create();
    private readonly ArrayBufferWriter<byte> _portion = new(PortionBytes);
    private readonly ArrayBufferWriter<byte> _value = new();
    private readonly Utf8JsonWriter _json;
    private long _length;

    public ColumnStore() => _json = new Utf8JsonWriter(_value, new JsonWriterOptions { SkipValidation = true });

    /// <summary>Moves the entries of a column from memory to the disk.</summary>
    public async Task<StoredEntries> MoveAsync(LoadedEntries entries, int maxDefinitionLevel, CancellationToken cancellationToken)
    {
        using LoadedEntries source = entries;
        long start = _length;
        for (; !source.IsAtEnd; source.Advance())
        {
            Append(source, maxDefinitionLevel);
            if (_portion.WrittenCount >= PortionBytes)
                await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return new StoredEntries(_file.SafeFileHandle, start, _length, maxDefinitionLevel);
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private void Append(LoadedEntries source, int maxDefinitionLevel)
    {
        bool isThere = source.DefinitionLevel == maxDefinitionLevel;
        Span<byte> head = _portion.GetSpan(HeadBytes);
        // Levels count what is nested in each other: no schema comes near the bound of a byte.
        (head[0], head[1]) = (checked((byte)source.DefinitionLevel), checked((byte)source.RepetitionLevel));
        if (!isThere)
        {
            _portion.Advance(LevelBytes);
            return;
        }
        _value.ResetWrittenCount();
        _json.Reset();
        source.Write(_json);
        _json.Flush();
        BinaryPrimitives.WriteInt32LittleEndian(head[LevelBytes..], _value.WrittenCount);
        _portion.Advance(HeadBytes);
        _portion.Write(_value.WrittenSpan);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await RandomAccess.WriteAsync(_file.SafeFileHandle, _portion.WrittenMemory, _length, cancellationToken).ConfigureAwait(false);
        _length += _portion.WrittenCount;
        _portion.ResetWrittenCount();
    }
}
