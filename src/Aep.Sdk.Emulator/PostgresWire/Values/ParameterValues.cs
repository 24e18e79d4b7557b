using System.Globalization;
using System.Text;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Turns parameters of the wire into SQL literals: quoted text with a cast, so that no value can become SQL.</summary>
internal static class ParameterValues
{
    private static readonly DateTime Epoch = new(2000, 1, 1);

    private static readonly Dictionary<uint, string> EngineTypes = new()
    {
        [PostgresType.Bool.Oid] = "BOOLEAN",
        [PostgresType.Int2.Oid] = "SMALLINT",
        [PostgresType.Int4.Oid] = "INTEGER",
        [PostgresType.Int8.Oid] = "BIGINT",
        [PostgresType.Oid4.Oid] = "BIGINT",
        [PostgresType.Float4.Oid] = "FLOAT",
        [PostgresType.Float8.Oid] = "DOUBLE",
        [PostgresType.Numeric.Oid] = "DECIMAL",
        [PostgresType.Bytea.Oid] = "BLOB",
        [PostgresType.ObjectName.Oid] = "VARCHAR",
        [PostgresType.Jsonb.Oid] = "VARCHAR",
        [PostgresType.Text.Oid] = "VARCHAR",
        [PostgresType.Varchar.Oid] = "VARCHAR",
        [PostgresType.Char.Oid] = "VARCHAR",
        [PostgresType.Json.Oid] = "VARCHAR",
        [PostgresType.Date.Oid] = "DATE",
        [PostgresType.Timestamp.Oid] = "TIMESTAMP",
        [PostgresType.TimestampTz.Oid] = "TIMESTAMPTZ",
        [PostgresType.Uuid.Oid] = "UUID",
    };

    /// <summary>A value of a type; without a type it is a bare literal, whose type the expression around it decides.</summary>
    public static SqlParameter Read(uint type, ValueFormat format, byte[]? value)
    {
        if (ArrayParameters.ItemType(type) is PostgresType item)
            return Array(item.Oid, format, value);
        string? text = value is null ? null : format == ValueFormat.Text ? Encoding.UTF8.GetString(value) : Binary(type, value);
        return new SqlParameter(Typed(type, text), Plain(text));
    }

    private static string Typed(uint type, string? text)
    {
        string literal = text is null ? "NULL" : DuckDb.Literal(text);
        if (IsOpen(type))
            return literal;
        return EngineType(type) switch
        {
            "BLOB" when text is not null => $"unhex({DuckDb.Literal(HexOf(text))})",
            "DECIMAL" => $"CAST({literal} AS {DecimalType(text)})",
            string name => $"CAST({literal} AS {name})",
        };
    }

    private static string HexOf(string text) =>
        text.StartsWith(@"\x", StringComparison.Ordinal) ? text[2..] : Convert.ToHexString(Encoding.UTF8.GetBytes(text));

    private static SqlParameter Array(uint item, ValueFormat format, byte[]? value)
    {
        string items = EngineType(item) == "DECIMAL" ? "DECIMAL(38, 10)[]" : EngineType(item) + "[]";
        if (value is null)
            return new SqlParameter($"CAST(NULL AS {items})", "NULL");
        IEnumerable<string> values = ArrayParameters.Items(format, value).Select(part => Read(item, format, part).Typed);
        string list = $"CAST([{string.Join(", ", values)}] AS {items})";
        return new SqlParameter(list, list);
    }

    // As many digits after the point as were given, so that none is lost.
    private static string DecimalType(string? text)
    {
        const int most = 38;
        string digits = text?.Trim().TrimStart('-', '+') ?? "";
        int point = digits.IndexOf('.');
        int scale =
            point < 0 || digits.Contains('e', StringComparison.OrdinalIgnoreCase) ? (point < 0 ? 0 : 10) : digits.Length - point - 1;
        return $"DECIMAL({most}, {Math.Min(scale, most)})";
    }

    /// <summary>What stands for a parameter before its value is known.</summary>
    public static SqlParameter Placeholder(uint type) => Read(type, ValueFormat.Text, null);

    // Only digits go into the text as they are; anything else is a literal.
    private static string Plain(string? text) =>
        text is null ? "NULL" : text.All(char.IsAsciiDigit) && text.Length > 0 ? text : DuckDb.Literal(text);

    private static bool IsOpen(uint type) => type == 0 || type == PostgresType.Unknown.Oid;

    private static string EngineType(uint type) => EngineTypes.TryGetValue(type, out string? name)
        ? name
        : throw SqlErrorException.NotSupported($"a parameter of the type with object id {type}");

    private static string Binary(uint type, byte[] value)
    {
        var body = new MessageCursor(value);
        if (type == PostgresType.Jsonb.Oid)
            body.ReadByte(); // its version
        if (IsOpen(type) || EngineType(type) == "VARCHAR")
            return Encoding.UTF8.GetString(value.AsSpan(type == PostgresType.Jsonb.Oid ? 1 : 0));
        string text = EngineType(type) switch
        {
            "BOOLEAN" => body.ReadByte() == 0 ? "false" : "true",
            "SMALLINT" => body.ReadInt16().ToString(CultureInfo.InvariantCulture),
            "INTEGER" => body.ReadInt32().ToString(CultureInfo.InvariantCulture),
            "BIGINT" => (type == PostgresType.Oid4.Oid ? (uint)body.ReadInt32() : body.ReadInt64()).ToString(CultureInfo.InvariantCulture),
            "FLOAT" => BitConverter.Int32BitsToSingle(body.ReadInt32()).ToString("R", CultureInfo.InvariantCulture),
            "DOUBLE" => BitConverter.Int64BitsToDouble(body.ReadInt64()).ToString("R", CultureInfo.InvariantCulture),
            "DATE" => DateOnly.FromDateTime(Epoch).AddDays(body.ReadInt32()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "TIMESTAMP" => Time(body),
            "TIMESTAMPTZ" => Time(body) + "+00",
            "BLOB" => @"\x" + Convert.ToHexString(body.ReadBytes(value.Length)),
            "UUID" => new Guid(body.ReadBytes(16), bigEndian: true).ToString(),
            _ => BinaryNumeric.Read(body),
        };
        return body.IsAtEnd
            ? text
            : throw new SqlErrorException(SqlState.ProtocolViolation, "incorrect binary data format in bind parameter");
    }

    private static string Time(MessageCursor body) =>
        Epoch.AddTicks(body.ReadInt64() * TimeSpan.TicksPerMicrosecond)
            .ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
