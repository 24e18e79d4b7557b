using System.Buffers;
using System.Text.Json;
using Aep.Sdk.Schemas;
using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>A column of values of one type.</summary>
/// <typeparam name="T">The type that Parquet stores.</typeparam>
internal sealed class XdmValues<T>(
    XdmField field, int definition, bool repeats, XdmValues<T>.Reading read, Func<string, DataField> describe)
    : XdmLeaf(field, definition, repeats)
    where T : struct
{
    private readonly ArrayBufferWriter<T> _values = new();
    private DataField? _column;

    /// <summary>Reads a value.</summary>
    /// <returns>False when the token is none of the type.</returns>
    public delegate bool Reading(ref Utf8JsonReader reader, out T value);

    public override bool HasValues => _values.WrittenCount > 0;

    public override void Write(ref Utf8JsonReader reader, int repetition)
    {
        if (!read(ref reader, out T value))
            throw Wrong(reader.TokenType);
        _values.GetSpan()[0] = value;
        _values.Advance(1);
        Add(repetition, Definition);
    }

    public override Field? Describe(string name) => HasValues ? _column = describe(name) : null;

    public override void Clear()
    {
        base.Clear();
        _values.ResetWrittenCount();
    }

    protected override Task WriteAsync(ParquetRowGroupWriter group, Levels levels, CancellationToken cancellationToken) =>
        group.WriteAllPartsAsync(_column!, _values.WrittenMemory, levels.Definitions, levels.Repetitions, cancellationToken);
}
