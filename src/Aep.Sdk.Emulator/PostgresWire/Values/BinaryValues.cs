using System.Globalization;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Values in PostgreSQL's binary format. Texts, JSON and what is shown as text are the same in both formats.</summary>
internal static class BinaryValues
{
    private static readonly DateTime Epoch = new(2000, 1, 1);

    public static ValueWriter For(SqlType type, bool complexAsJson) => type.Kind switch
    {
        SqlTypeKind.Boolean => static (writer, reader, column) => writer.WriteByte(reader.GetBoolean(column) ? (byte)1 : (byte)0),
        SqlTypeKind.TinyInt or SqlTypeKind.SmallInt => Int16(Integers.Reader(type)),
        SqlTypeKind.Integer => Int32(Integers.Reader(type)),
        SqlTypeKind.BigInt or SqlTypeKind.HugeInt or SqlTypeKind.UnsignedInteger => Int64(Integers.Reader(type)),
        SqlTypeKind.Float => static (writer, reader, column) => writer.WriteInt32(BitConverter.SingleToInt32Bits(reader.GetFloat(column))),
        SqlTypeKind.Double => static (writer, reader,
            column) => writer.WriteInt64(BitConverter.DoubleToInt64Bits(reader.GetDouble(column))),
        SqlTypeKind.Decimal when type.IsWideDecimal =>
            static (writer, reader, column) => BinaryNumeric.Write(writer, reader.GetString(column)),
        SqlTypeKind.Decimal => static (writer, reader, column) => BinaryNumeric.Write(writer,
            reader.GetDecimal(column).ToString(CultureInfo.InvariantCulture)),
        SqlTypeKind.Date => static (writer, reader, column) =>
            writer.WriteInt32(reader.GetFieldValue<DateOnly>(column).DayNumber - DateOnly.FromDateTime(Epoch).DayNumber),
        SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz => static (writer, reader, column) =>
            writer.WriteInt64((reader.GetDateTime(column).Ticks - Epoch.Ticks) / TimeSpan.TicksPerMicrosecond),
        SqlTypeKind.Uuid => static (writer, reader, column) => writer.WriteBytes(reader.GetGuid(column).ToByteArray(bigEndian: true)),
        _ => TextValues.For(type, complexAsJson),
    };

    private static ValueWriter Int16(IntegerReader read) => (writer, reader, column) => writer.WriteInt16((short)read(reader, column));

    private static ValueWriter Int32(IntegerReader read) => (writer, reader, column) => writer.WriteInt32((int)read(reader, column));

    private static ValueWriter Int64(IntegerReader read) => (writer, reader, column) => writer.WriteInt64(read(reader, column));
}
