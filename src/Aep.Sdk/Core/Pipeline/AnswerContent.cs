namespace Aep.Sdk.Core.Pipeline;

/// <summary>The body of an answer, in memory: whoever reads it needs no stream.</summary>
internal sealed class AnswerContent : ByteArrayContent
{
    private readonly ReadOnlyMemory<byte> _bytes;

    public AnswerContent(byte[] buffer, int length)
        : base(buffer, 0, length) => _bytes = buffer.AsMemory(0, length);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes, if they are UTF-8: JSON's own encoding, and what a server means that names none.</summary>
    public bool TryGetUtf8(out ReadOnlySpan<byte> bytes)
    {
        bytes = _bytes.Span;
        if (bytes.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        return !Headers.NonValidated.TryGetValues("Content-Type", out var values)
            || !values.ToString().Contains("charset", StringComparison.OrdinalIgnoreCase)
            || "utf-8".Equals(Headers.ContentType?.CharSet?.Trim('"'), StringComparison.OrdinalIgnoreCase);
    }
}
