using System.Buffers.Binary;
using System.Text;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Reads the fields of a client's message, and refuses one that is shorter than it says.</summary>
internal sealed class MessageCursor(ReadOnlyMemory<byte> body)
{
    private int _at;

    public bool IsAtEnd => _at == body.Length;

    public byte ReadByte() => Take(1)[0];

    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));

    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    public byte[] ReadBytes(int count) => Take(count).ToArray();

    /// <summary>A string up to the zero that ends it.</summary>
    public string ReadString()
    {
        int length = body.Span[_at..].IndexOf((byte)0);
        if (length < 0)
            throw Malformed();
        string text = Encoding.UTF8.GetString(Take(length));
        _at++;
        return text;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > body.Length - _at)
            throw Malformed();
        ReadOnlySpan<byte> taken = body.Span.Slice(_at, count);
        _at += count;
        return taken;
    }

    private static SqlErrorException Malformed() => new(SqlState.ProtocolViolation, "invalid message format");
}
