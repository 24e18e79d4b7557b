using System.Buffers.Binary;
using System.Text;

namespace Aep.Sdk.Tests.Queries;

/// <summary>The few PostgreSQL messages that the scripted server speaks.</summary>
internal static class PgMessages
{
    public static async Task<int> ReadInt32Async(Stream stream)
    {
        byte[] bytes = await ReadAsync(stream, 4);
        return BinaryPrimitives.ReadInt32BigEndian(bytes);
    }

    public static async Task<byte[]> ReadAsync(Stream stream, int count)
    {
        byte[] bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    public static string Text(byte[] payload, int start) =>
        Encoding.UTF8.GetString(payload, start, Array.IndexOf(payload, (byte)0, start) - start);

    public static byte[] Message(char type, params object[] parts)
    {
        using var body = new MemoryStream();
        foreach (object part in parts) Append(body, part);
        byte[] message = new byte[5 + body.Length];
        message[0] = (byte)type;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), (int)body.Length + 4);
        body.ToArray().CopyTo(message, 5);
        return message;
    }

    public static byte[] Error((string SqlState, string Message) error) =>
        Message('E', 'S', "ERROR", 'V', "ERROR", 'C', error.SqlState, 'M', error.Message, 'H', "look again", new byte[] { 0 });

    public static byte[] RowDescription(IReadOnlyList<(string Name, int Oid)> columns) => Message(
        'T', [(short)columns.Count, .. columns.SelectMany(c => new object[] { c.Name, 0, (short)0, c.Oid, (short)-1, -1, (short)1 })]);

    public static byte[] DataRow(IReadOnlyList<object?> values) => Message('D', [(short)values.Count, .. values.SelectMany(Cell)]);

    private static IEnumerable<object> Cell(object? value)
    {
        if (value is null) return [-1];
        byte[] bytes = value switch
        {
            long number => BitConverter.IsLittleEndian ? [.. BitConverter.GetBytes(number).Reverse()] : BitConverter.GetBytes(number),
            string text => Encoding.UTF8.GetBytes(text),
            _ => throw new ArgumentException(value.GetType().Name),
        };
        return [bytes.Length, bytes];
    }

    private static void Append(MemoryStream body, object part)
    {
        byte[] bytes = part switch
        {
            int number => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number],
            short number => [(byte)(number >> 8), (byte)number],
            char letter => [(byte)letter],
            string text => [.. Encoding.UTF8.GetBytes(text), 0],
            byte[] raw => raw,
            _ => throw new ArgumentException(part.GetType().Name),
        };
        body.Write(bytes);
    }
}
