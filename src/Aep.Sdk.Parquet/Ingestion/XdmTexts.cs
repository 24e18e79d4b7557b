using System.Buffers;
using System.Text;
using System.Text.Json;
using Aep.Sdk.Schemas;
using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>
/// A column of texts. They stand one after the other in one buffer, as UTF-8, and become the characters that the library wants when they
/// are written: no text is an object of its own.
/// </summary>
internal sealed class XdmTexts(XdmField field, int definition, bool repeats, bool isNullable) : XdmLeaf(field, definition, repeats)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly ArrayBufferWriter<int> _ends = new();
    private DataField? _column;

    public override bool HasValues => _ends.WrittenCount > 0;

    public override void Write(ref Utf8JsonReader reader, int repetition)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            throw Wrong(reader.TokenType);
        // What is escaped becomes shorter.
        _bytes.Advance(reader.CopyString(_bytes.GetSpan(reader.ValueSpan.Length)));
        _ends.GetSpan()[0] = _bytes.WrittenCount;
        _ends.Advance(1);
        Add(repetition, Definition);
    }

    public override Field? Describe(string name) =>
        HasValues ? _column = new DataField(name, typeof(string), isNullable: isNullable) : null;

    public override void Clear()
    {
        base.Clear();
        _bytes.ResetWrittenCount();
        _ends.ResetWrittenCount();
    }

    protected override async Task WriteAsync(ParquetRowGroupWriter group, Levels levels, CancellationToken cancellationToken)
    {
        // UTF-8 has at least as many bytes as UTF-16 has characters.
        using IMemoryOwner<char> chars = MemoryPool<char>.Shared.Rent(_bytes.WrittenCount);
        using IMemoryOwner<ReadOnlyMemory<char>> texts = MemoryPool<ReadOnlyMemory<char>>.Shared.Rent(_ends.WrittenCount);
        await group.WriteAllPartsAsync(
            _column!, Decode(chars.Memory, texts.Memory), levels.Definitions, levels.Repetitions, cancellationToken).ConfigureAwait(false);
    }

    private ReadOnlyMemory<ReadOnlyMemory<char>> Decode(Memory<char> chars, Memory<ReadOnlyMemory<char>> texts)
    {
        ReadOnlySpan<byte> bytes = _bytes.WrittenSpan;
        ReadOnlySpan<int> ends = _ends.WrittenSpan;
        Span<ReadOnlyMemory<char>> target = texts.Span;
        for (int i = 0, start = 0, place = 0; i < ends.Length; start = ends[i++])
        {
            int count = Encoding.UTF8.GetChars(bytes[start..ends[i]], chars.Span[place..]);
            target[i] = chars.Slice(place, count);
            place += count;
        }
        return texts[..ends.Length];
    }
}
