using System.Buffers.Binary;
using System.Text;

namespace Aep.Sdk.Benchmarks;

/// <summary>A row of the training data: who, when, a label, seven counts, four spans of time that may be missing, a type.</summary>
internal sealed record WideRow(
    string UserId, string EventType, DateTime Timestamp, long Label,
    long C1, long C2, long C3, long C4, long C5, long C6, long C7, double? M1, double? M2, double? M3, double? M4)
{
    // PostgreSQL's numbers of the types text, timestamptz, bigint and double precision.
    private const int Text = 25, Time = 1184, Whole = 20, Floating = 701;

    private static readonly (string Name, int Type)[] Columns =
    [
        ("userId", Text), ("eventType", Text), ("timestamp", Time), ("label", Whole),
        .. Enumerable.Range(1, 7).Select(i => ($"c{i}", Whole)), .. Enumerable.Range(1, 4).Select(i => ($"m{i}", Floating)),
    ];

    public static byte[] Description()
    {
        using var body = new MemoryStream();
        body.Write([0, (byte)Columns.Length]);
        foreach ((string name, int type) in Columns)
        {
            body.Write(Encoding.UTF8.GetBytes(name + "\0"));
            body.Write(new byte[6]);
            body.Write(Int32(type));
            body.Write([255, 255, 255, 255, 255, 255, 0, 1]); // a length that varies, no modifier, binary
        }

        return RowServer.Message('T', body.ToArray());
    }

    public static byte[] Rows(int count)
    {
        using var rows = new MemoryStream();
        for (int i = 0; i < count; i++) rows.Write(RowServer.Message('D', Row(i)));
        return rows.ToArray();
    }

    private static byte[] Row(int number)
    {
        using var body = new MemoryStream();
        body.Write([0, (byte)Columns.Length]);
        for (int i = 0; i < Columns.Length; i++)
        {
            byte[]? cell = Cell(Columns[i].Type, number, i);
            body.Write(Int32(cell?.Length ?? -1));
            body.Write(cell ?? []);
        }

        return body.ToArray();
    }

    private static byte[]? Cell(int type, int number, int column) => type switch
    {
        Text when column == 0 => Encoding.ASCII.GetBytes(number.ToString("D38")),
        Text => "directMarketing.emailOpened"u8.ToArray(),
        Floating when (number + column) % 3 == 0 => null,
        Floating => Int64(BitConverter.DoubleToInt64Bits(number * 1.5)),
        Time => Int64(800_000_000_000_000 + number * 1_000_000L),
        _ => Int64(number % 40),
    };

    private static byte[] Int32(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Int64(long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
