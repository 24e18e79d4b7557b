using System.Globalization;
using System.Net.Http.Headers;

namespace Aep.Sdk.Ingestion;

/// <summary>Messages as the body of one request.</summary>
internal static class MessageGroup
{
    /// <summary>What stands around the messages.</summary>
    public const int Brackets = 15;

    private static ReadOnlySpan<byte> Before => "{\"messages\":["u8;

    private static ReadOnlySpan<byte> After => "]}"u8;

    public static HttpContent One(ReadOnlyMemory<byte> message) => AsJson(new ReadOnlyMemoryContent(message));

    /// <exception cref="ArgumentException">They are more than one request takes.</exception>
    public static HttpContent Many(IReadOnlyList<ReadOnlyMemory<byte>> messages)
    {
        int length = Before.Length + messages.Sum(message => message.Length + 1) - 1 + After.Length;
        if (length > StreamingEnvelope.MaxRequestBytes)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The {messages.Count} records have {length} bytes; a request takes {StreamingEnvelope.MaxRequestBytes}. "
                + $"Send fewer at once, or use a producer."));
        }
        byte[] body = new byte[length];
        Before.CopyTo(body);
        int at = Before.Length;
        foreach (ReadOnlyMemory<byte> message in messages)
        {
            if (at > Before.Length)
                body[at++] = (byte)',';
            message.Span.CopyTo(body.AsSpan(at));
            at += message.Length;
        }
        After.CopyTo(body.AsSpan(at));
        return AsJson(new ByteArrayContent(body));
    }

    private static HttpContent AsJson(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
