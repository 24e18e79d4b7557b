using System.Net.Http.Headers;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// The body of an answer, in memory: whoever reads it needs no stream. Of its headers it keeps the type, which says how to read it.
/// </summary>
internal sealed class AnswerContent : ByteArrayContent
{
    private const string TypeHeader = "Content-Type";

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string? _type;

    /// <param name="buffer">What has come, and perhaps room behind it.</param>
    /// <param name="length">How many bytes have come.</param>
    /// <param name="headers">Those that the body came with.</param>
    public AnswerContent(byte[] buffer, int length, HttpContentHeaders headers)
        : base(buffer, 0, length)
    {
        _bytes = buffer.AsMemory(0, length);
        if (!headers.NonValidated.TryGetValues(TypeHeader, out HeaderStringValues type))
            return;
        _type = type.ToString();
        Headers.TryAddWithoutValidation(TypeHeader, _type);
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes, if they are UTF-8: JSON's own encoding, and what a server means that names none.</summary>
    public bool TryGetUtf8(out ReadOnlySpan<byte> bytes)
    {
        bytes = _bytes.Span;
        if (bytes.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        return _type is null
            || !_type.Contains("charset", StringComparison.OrdinalIgnoreCase)
            || "utf-8".Equals(Headers.ContentType?.CharSet?.Trim('"'), StringComparison.OrdinalIgnoreCase);
    }
}
