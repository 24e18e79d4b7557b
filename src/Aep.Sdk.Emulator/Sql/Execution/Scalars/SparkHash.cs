using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Spark's <c>hash</c> (Murmur3 of 32 bits) and <c>xxhash64</c>, both with the seed 42: value by value, each with the hash of those before
/// it as its seed. The value comes as JSON with the engine's name of its type, because an integer, a long and a decimal of the same number
/// differ.
/// </summary>
internal static class SparkHash
{
    private const int Seed = 42;
    private const int MostDigits = 18; // Spark hashes a long; of more digits, bytes
    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    [ThreadStatic]
    private static SqlType? _last;

    public static int? Murmur3(string type, string json) => (int)Of<Murmur3>(type, json);

    public static long? XxHash64(string type, string json) => Of<XxHash>(type, json);

    private static long Of<T>(string type, string json)
        where T : ISeededHash
    {
        SqlType known = _last?.Name == type ? _last : _last = SqlType.Parse(type);
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        return Of<T>(known, document.RootElement, Seed);
    }

    private static long Of<T>(SqlType type, JsonElement value, long seed)
        where T : ISeededHash => value.ValueKind == JsonValueKind.Null ? seed : type.Kind switch
        {
            SqlTypeKind.Struct => type.Fields.Zip(value.EnumerateObject(), (field, member) => (field.Type, member.Value))
                .Aggregate(seed, (hash, field) => Of<T>(field.Type, field.Value, hash)),
            SqlTypeKind.List => value.EnumerateArray().Aggregate(seed, (hash, item) => Of<T>(type.Item!, item, hash)),
            SqlTypeKind.Boolean => T.OfInt(value.GetBoolean() ? 1 : 0, seed),
            SqlTypeKind.TinyInt or SqlTypeKind.SmallInt or SqlTypeKind.Integer => T.OfInt(value.GetInt32(), seed),
            SqlTypeKind.BigInt or SqlTypeKind.HugeInt or SqlTypeKind.UnsignedInteger => T.OfLong(value.GetInt64(), seed),
            SqlTypeKind.Float => T.OfInt(BitConverter.SingleToInt32Bits((float)value.GetDouble() + 0f), seed),
            SqlTypeKind.Double => T.OfLong(BitConverter.DoubleToInt64Bits(value.GetDouble() + 0d), seed),
            SqlTypeKind.Decimal => OfDecimal<T>(type, value.GetRawText(), seed),
            SqlTypeKind.Varchar => T.OfBytes(Encoding.UTF8.GetBytes(value.GetString()!), seed),
            SqlTypeKind.Date => T.OfInt(Days(value.GetString()!), seed),
            SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz => T.OfLong(Microseconds(value.GetString()!), seed),
            // Equal maps may have their entries in another order: Spark refuses them, too.
            SqlTypeKind.Map => throw new NotSupportedException(
                "hash and xxhash64 take no value of the type map: map_entries makes an array of it, sort_array orders that"),
            _ => throw new NotSupportedException($"hash and xxhash64 take no value of the type {SparkTypeNames.Of(type)}"),
        };

    private static int Days(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture).DayNumber - Epoch.DayNumber;

    private static long Microseconds(string text) => (DateTime.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) - DateTime.UnixEpoch).Ticks
            / TimeSpan.TicksPerMicrosecond;

    // The digits without the point: as a long, or as the bytes of a number of any size, the highest first.
    private static long OfDecimal<T>(SqlType type, string text, long seed)
        where T : ISeededHash
    {
        string[] parts = type.Name[(type.Name.IndexOf('(') + 1)..^1].Split(',');
        int[] size = Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture));
        int point = text.IndexOf('.');
        string digits = text.Replace(".", "", StringComparison.Ordinal);
        int written = point < 0 ? 0 : text.Length - point - 1;
        BigInteger unscaled = BigInteger.Parse(digits.PadRight(digits.Length + size[1] - written, '0'), CultureInfo.InvariantCulture);
        return size[0] <= MostDigits
            ? T.OfLong((long)unscaled, seed)
            : T.OfBytes(unscaled.ToByteArray(isBigEndian: true), seed);
    }
}
