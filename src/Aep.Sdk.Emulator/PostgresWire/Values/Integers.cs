using System.Numerics;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Reads the engine's integer types; sums are wider there than on the wire.</summary>
internal static class Integers
{
    public static IntegerReader Reader(SqlType type) => type.Name switch
    {
        "TINYINT" => static (reader, column) => reader.GetFieldValue<sbyte>(column),
        "SMALLINT" => static (reader, column) => reader.GetInt16(column),
        "INTEGER" => static (reader, column) => reader.GetInt32(column),
        "BIGINT" => static (reader, column) => reader.GetInt64(column),
        "HUGEINT" => static (reader, column) => Narrow(reader.GetFieldValue<BigInteger>(column)),
        _ => static (reader, column) => Narrow(BigInteger.Parse(reader.GetValue(column).ToString()!,
            System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static long Narrow(BigInteger value) => value >= long.MinValue && value <= long.MaxValue
        ? (long)value
        : throw new SqlErrorException(SqlState.NumericValueOutOfRange, "bigint out of range");
}
