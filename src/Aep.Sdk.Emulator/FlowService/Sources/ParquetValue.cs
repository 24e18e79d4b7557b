using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>Values of Parquet as JSON. Times keep their instant: those without a zone are UTC, whatever their unit.</summary>
internal static class ParquetValue
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static JsonNode? ToJson(object? value) => value switch
    {
        null or DBNull => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        double number => double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        float number => ToJson(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        decimal number => JsonValue.Create(number),
        ulong number => JsonValue.Create(number),
        sbyte or byte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        DateTime time => JsonValue.Create(time.ToString(Instant, CultureInfo.InvariantCulture)),
        DateTimeOffset time => JsonValue.Create(time.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)),
        DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => JsonValue.Create(time.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture)),
        BigInteger number => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        Stream bytes => JsonValue.Create(Convert.ToBase64String(Bytes(bytes))),
        IDictionary members => Members(members),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(ToJson)]),
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };

    private static JsonObject Members(IDictionary members)
    {
        var map = new JsonObject();
        foreach (DictionaryEntry member in members)
            map[Convert.ToString(member.Key, CultureInfo.InvariantCulture)!] = ToJson(member.Value);
        return map;
    }

    private static byte[] Bytes(Stream stream)
    {
        using (stream)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }
}
