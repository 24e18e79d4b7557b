using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Values in text format, printed as Query Service prints them.</summary>
internal static class TextValues
{
    public static ValueWriter For(SqlType type, bool complexAsJson) => type.Kind switch
    {
        SqlTypeKind.Boolean => static (writer, reader, column) => writer.WriteByte(reader.GetBoolean(column) ? (byte)'t' : (byte)'f'),
        SqlTypeKind.TinyInt or SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt or SqlTypeKind.HugeInt
            or SqlTypeKind.UnsignedInteger =>
            IntegerText(Integers.Reader(type)),
        SqlTypeKind.Float => static (writer, reader, column) => writer.WriteText(ScalarText.Of(reader.GetFloat(column))),
        SqlTypeKind.Double => static (writer, reader, column) => writer.WriteText(ScalarText.Of(reader.GetDouble(column))),
        SqlTypeKind.Decimal when type.IsWideDecimal => static (writer, reader, column) => writer.WriteText(reader.GetString(column)),
        SqlTypeKind.Decimal => static (writer, reader, column) => writer.WriteFormatted(reader.GetDecimal(column)),
        SqlTypeKind.Varchar or SqlTypeKind.Json => static (writer, reader, column) => writer.WriteText(reader.GetString(column)),
        SqlTypeKind.Date => static (writer, reader, column) => writer.WriteFormatted(reader.GetFieldValue<DateOnly>(column), "yyyy-MM-dd"),
        SqlTypeKind.Timestamp => static (writer, reader, column) => writer.WriteText(ScalarText.Of(reader.GetDateTime(column))),
        SqlTypeKind.TimestampTz => static (writer, reader, column) => writer.WriteText(ScalarText.Of(reader.GetDateTime(column)) + "+00"),
        SqlTypeKind.Uuid => static (writer, reader, column) => writer.WriteFormatted(reader.GetGuid(column)),
        SqlTypeKind.Struct or SqlTypeKind.List or SqlTypeKind.Map => Complex(type, complexAsJson),
        _ => (writer, reader, column) => writer.WriteText(ScalarText.Of(reader.GetValue(column), type)),
    };

    private static ValueWriter IntegerText(IntegerReader read) => (writer, reader, column) => writer.WriteFormatted(read(reader, column));

    private static ValueWriter Complex(SqlType type, bool asJson) => asJson
        ? (writer, reader, column) => writer.WriteBytes(ComplexJson.Write(reader.GetValue(column), type))
        : (writer, reader, column) => writer.WriteText(ComplexText.Write(reader.GetValue(column), type));
}
