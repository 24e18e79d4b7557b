using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// Rows that become lines of JSON together, on whichever thread is free. Its buffer is of about one size whatever the rows are: when large ones have
/// filled it, the lines are taken away and the others follow.
/// </summary>
internal sealed class RowBlock<T> : IDisposable
{
    private const int FullBytes = 128 * 1024;

    private readonly JsonTypeInfo<T> _type;
    private readonly T[] _rows;
    private readonly ArrayBufferWriter<byte> _bytes = new(FullBytes);
    private readonly Utf8JsonWriter _json;
    private readonly List<int> _ends;
    private int _count;
    private int _next;

    public RowBlock(JsonTypeInfo<T> type, int rows)
    {
        _type = type;
        _rows = new T[rows];
        _ends = new List<int>(rows);
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true });
    }

    public bool IsFull => _count == _rows.Length;

    /// <summary>How many lines are there to be taken.</summary>
    public int Lines => _ends.Count;

    /// <summary>Whether rows are left for which there was no place.</summary>
    public bool HasMore => _next < _count;

    public void Add(T row) => _rows[_count++] = row;

    public ReadOnlyMemory<byte> Line(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _bytes.WrittenMemory[start.._ends[index]];
    }

    /// <summary>Makes lines of the rows that are left, as many as have a place, instead of those that were there.</summary>
    public void Serialize()
    {
        _bytes.ResetWrittenCount();
        _ends.Clear();
        while (HasMore && _bytes.WrittenCount < FullBytes)
        {
            _json.Reset();
            JsonSerializer.Serialize(_json, _rows[_next++], _type);
            _json.Flush();
            _bytes.Write("\n"u8);
            _ends.Add(_bytes.WrittenCount);
        }
    }

    /// <summary>Is as new.</summary>
    public void Clear()
    {
        Array.Clear(_rows, 0, _count);
        (_count, _next) = (0, 0);
    }

    public void Dispose() => _json.Dispose();
}
