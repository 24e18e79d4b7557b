using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>Entries that are in a file of the disk: a window of them is in memory. See <see cref="ColumnStore"/>.</summary>
/// <remarks>
/// It is read as rows are put together, which is no place to wait in; what was written a moment ago comes from the system's memory.
/// </remarks>
internal sealed class StoredEntries : ColumnEntries
{
    private const int WindowBytes = 32 * 1024;

    private readonly SafeFileHandle _file;
    private readonly int _maxDefinitionLevel;
    private readonly long _end;
    private byte[] _window = new byte[WindowBytes];
    private long _position;
    private int _from, _to, _length;
    private bool _isAtEnd;

    /// <param name="file">The file, which belongs to the store.</param>
    /// <param name="start">Where the entries begin.</param>
    /// <param name="end">Where they end.</param>
    /// <param name="maxDefinitionLevel">The definition level of an entry that has a value.</param>
    public StoredEntries(SafeFileHandle file, long start, long end, int maxDefinitionLevel)
    {
        (_file, _position, _end, _maxDefinitionLevel) = (file, start, end, maxDefinitionLevel);
        Next();
    }

    public override bool IsAtEnd => _isAtEnd;

    public override int DefinitionLevel => _window[_from];

    public override int RepetitionLevel => _window[_from + 1];

    private ReadOnlySpan<byte> Value => _window.AsSpan(_from + ColumnStore.HeadBytes, _length);

    public override void Write(Utf8JsonWriter json) => json.WriteRawValue(Value, skipInputValidation: true);

    public override string Text() => LeafValues.TextOf(Value);

    public override void Advance()
    {
        _from += DefinitionLevel == _maxDefinitionLevel ? ColumnStore.HeadBytes + _length : ColumnStore.LevelBytes;
        Next();
    }

    public override void Dispose()
    {
    }

    private void Next()
    {
        _isAtEnd = _from == _to && _position == _end;
        if (_isAtEnd)
            return;
        Have(ColumnStore.LevelBytes);
        if (DefinitionLevel < _maxDefinitionLevel)
            return;
        Have(ColumnStore.HeadBytes);
        _length = BinaryPrimitives.ReadInt32LittleEndian(_window.AsSpan(_from + ColumnStore.LevelBytes));
        Have(ColumnStore.HeadBytes + _length);
    }

    // Has so many bytes of the current entry in the window.
    private void Have(int count)
    {
        if (_to - _from >= count)
            return;
        byte[] window = count > _window.Length ? new byte[count] : _window;
        _window.AsSpan(_from.._to).CopyTo(window);
        (_window, _from, _to) = (window, 0, _to - _from);
        while (_to < count)
        {
            int read = RandomAccess.Read(_file, _window.AsSpan(_to, (int)Math.Min(_window.Length - _to, _end - _position)), _position);
            if (read == 0)
                throw new IOException("The temporary file of a column has become shorter.");
            (_to, _position) = (_to + read, _position + read);
        }
    }
}
