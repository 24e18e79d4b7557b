using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// Rows that become lines of JSON together, on whichever thread is free. Its buffer is of about one size whatever the rows are: when large
/// ones have filled it, the lines are taken away and the others follow.
/// </summary>
internal sealed class RowBlock<T> : IDisposable
{
    private const int FullBytes = 128 * 1024;

    private readonly JsonTypeInfo<T> _type;
    private readonly XdmValidator? _validator;
    private readonly T[] _rows;
    private readonly ArrayBufferWriter<byte> _bytes = new(FullBytes);
    private readonly Utf8JsonWriter _json;
    private readonly List<int> _ends;
    private int _count;
    private int _next;
    private long _before;

    /// <param name="type">How rows are written.</param>
    /// <param name="rows">How many rows it takes.</param>
    /// <param name="validator">Checks each row's JSON; null for no check.</param>
    public RowBlock(JsonTypeInfo<T> type, int rows, XdmValidator? validator)
    {
        _type = type;
        _validator = validator;
        _rows = new T[rows];
        _ends = new List<int>(rows);
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true });
    }

    public bool IsFull => _count == _rows.Length;

    /// <summary>How many lines are there to be taken.</summary>
    public int Lines => _ends.Count;

    /// <summary>Whether rows are left for which there was no place.</summary>
    public bool HasMore => _next < _count;

    /// <param name="row">The row.</param>
    /// <param name="number">Its place in the input, from 1.</param>
    public void Add(T row, long number)
    {
        if (_count == 0)
            _before = number - 1;
        _rows[_count++] = row;
    }

    /// <summary>How many lines, one after the other, fit into so many bytes.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="bytes">The place that there is.</param>
    /// <param name="most">No more than so many.</param>
    public int LinesWithin(int first, long bytes, long most)
    {
        int start = Start(first), end = first;
        while (end < Lines && end - first < most && _ends[end] - start <= bytes)
            end++;
        return end - first;
    }

    /// <summary>Lines that follow each other.</summary>
    public ReadOnlyMemory<byte> Text(int first, int count) => _bytes.WrittenMemory[Start(first)..Start(first + count)];

    /// <summary>Makes lines of the rows that are left, as many as have a place, instead of those that were there.</summary>
    /// <exception cref="XdmValidationException">A row does not fit its schema.</exception>
    public void Serialize()
    {
        _bytes.ResetWrittenCount();
        _ends.Clear();
        while (HasMore && _bytes.WrittenCount < FullBytes)
        {
            _json.Reset();
            JsonSerializer.Serialize(_json, _rows[_next++], _type);
            _json.Flush();
            Validate();
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

    private int Start(int line) => line == 0 ? 0 : _ends[line - 1];

    private void Validate()
    {
        if (_validator is null)
            return;
        int start = _ends.Count == 0 ? 0 : _ends[^1];
        XdmValidationResult result = _validator.Validate(_bytes.WrittenMemory[start..]);
        if (!result.IsValid)
            throw new XdmValidationException(result.Faults, _before + _next);
    }
}
