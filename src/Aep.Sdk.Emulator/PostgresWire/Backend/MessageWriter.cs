using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Builds messages of the server: a type byte, the length, the body. Sends them on in large pieces.</summary>
internal sealed class MessageWriter(PipeWriter output)
{
    private const int FlushAt = 64 * 1024;

    private byte[] _buffer = new byte[2 * FlushAt];
    private int _length;
    private int _messageStart;

    /// <summary>Whether so much is waiting that the client should get it before more is added.</summary>
    public bool IsFull => _length >= FlushAt;

    public void Begin(char type)
    {
        WriteByte((byte)type);
        _messageStart = _length;
        WriteInt32(0);
    }

    public void End() => BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(_messageStart), _length - _messageStart);

    /// <summary>Takes back the message that was begun: its rest cannot be written.</summary>
    public void Abandon() => _length = _messageStart - 1;

    /// <summary>Starts a value whose length is not known yet.</summary>
    public int BeginValue()
    {
        WriteInt32(0);
        return _length;
    }

    public void EndValue(int start) => BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(start - sizeof(int)), _length - start);

    public void WriteByte(byte value) => Reserve(1)[0] = value;

    public void WriteInt16(short value) => BinaryPrimitives.WriteInt16BigEndian(Reserve(sizeof(short)), value);

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Reserve(sizeof(int)), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Reserve(sizeof(long)), value);

    public void WriteBytes(ReadOnlySpan<byte> value) => value.CopyTo(Reserve(value.Length));

    public void WriteText(ReadOnlySpan<char> value) => Encoding.UTF8.GetBytes(value, Reserve(Encoding.UTF8.GetByteCount(value)));

    /// <summary>A string with the zero that ends it.</summary>
    public void WriteString(string value)
    {
        WriteText(value);
        WriteByte(0);
    }

    /// <summary>Writes a value in its invariant text.</summary>
    public void WriteFormatted<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[64];
        value.TryFormat(text, out int written, format, System.Globalization.CultureInfo.InvariantCulture);
        WriteBytes(text[..written]);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        int length = _length;
        _length = 0;
        await output.WriteAsync(_buffer.AsMemory(0, length), cancellationToken);
    }

    private Span<byte> Reserve(int count)
    {
        if (_length + count > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        _length += count;
        return _buffer.AsSpan(_length - count, count);
    }
}
