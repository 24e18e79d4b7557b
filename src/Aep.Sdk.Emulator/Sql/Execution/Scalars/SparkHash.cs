using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Spark's <c>hash</c>: Murmur3 of 32 bits with the seed 42, value by value, each with the hash of those before it as its seed. The value
/// comes as JSON with the engine's name of its type, because an integer, a long and a decimal of the same number differ.
/// </summary>
internal static class SparkHash
{
    private const int Seed = 42;
    private const int MostDigits = 18; // Spark hashes a long; of more digits, bytes
    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    [ThreadStatic]
    private static SqlType? _last;

    public static int? Of(string type, string json)
    {
        SqlType known = _last?.Name == type ? _last : _last = SqlType.Parse(type);
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        return Of(known, document.RootElement, Seed);
    }

    private static int Of(SqlType type, JsonElement value, int seed) => value.ValueKind == JsonValueKind.Null ? seed : type.Kind switch
    {
        SqlTypeKind.Struct => type.Fields.Zip(value.EnumerateObject(), (field, member) => (field.Type, member.Value))
            .Aggregate(seed, (hash, field) => Of(field.Type, field.Value, hash)),
        SqlTypeKind.List => value.EnumerateArray().Aggregate(seed, (hash, item) => Of(type.Item!, item, hash)),
        SqlTypeKind.Boolean => Murmur3.OfInt(value.GetBoolean() ? 1 : 0, seed),
        SqlTypeKind.TinyInt or SqlTypeKind.SmallInt or SqlTypeKind.Integer => Murmur3.OfInt(value.GetInt32(), seed),
        SqlTypeKind.BigInt => Murmur3.OfLong(value.GetInt64(), seed),
        SqlTypeKind.Float => Murmur3.OfInt(BitConverter.SingleToInt32Bits((float)value.GetDouble() + 0f), seed),
        SqlTypeKind.Double => Murmur3.OfLong(BitConverter.DoubleToInt64Bits(value.GetDouble() + 0d), seed),
        SqlTypeKind.Decimal => OfDecimal(type, value.GetRawText(), seed),
        SqlTypeKind.Varchar => Murmur3.OfBytes(Encoding.UTF8.GetBytes(value.GetString()!), seed),
        SqlTypeKind.Date => Murmur3.OfInt(Days(value.GetString()!), seed),
        SqlTypeKind.Timestamp => Murmur3.OfLong(Microseconds(value.GetString()!), seed),
        _ => throw new NotSupportedException($"hash of the type {type.Name}"),
    };

    private static int Days(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture).DayNumber - Epoch.DayNumber;

    private static long Microseconds(string text) =>
        (DateTime.Parse(text, CultureInfo.InvariantCulture) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    // The digits without the point.
    private static int OfDecimal(SqlType type, string text, int seed)
    {
        string[] parts = type.Name[(type.Name.IndexOf('(') + 1)..^1].Split(',');
        int[] size = Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture));
        if (size[0] > MostDigits)
            throw new NotSupportedException($"hash of {type.Name}: decimals of up to {MostDigits} digits are supported");
        decimal value = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        for (int digit = 0; digit < size[1]; digit++)
            value *= 10;
        return Murmur3.OfLong((long)decimal.Round(value), seed);
    }
}
