using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// What two writings of one row have in common: neither the order of members nor the forms of numbers matter, and a null is nothing.
/// </summary>
internal static class RowKey
{
    public static string Of(KeptRow row)
    {
        if (row.Json is not { } json)
            return Hash(Encoding.UTF8.GetBytes(row.Text.Trim()));
        var canonical = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(canonical))
            Write(json, writer);
        return Hash(canonical.WrittenSpan);
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private static void Write(JsonElement value, Utf8JsonWriter writer)
    {
        if (value.ValueKind == JsonValueKind.Object)
            WriteObject(value, writer);
        else if (value.ValueKind == JsonValueKind.Array)
            WriteArray(value, writer);
        else if (value.ValueKind == JsonValueKind.Number)
            writer.WriteStringValue($"#{Number(value)}");
        else
            value.WriteTo(writer);
    }

    private static void WriteObject(JsonElement value, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (JsonProperty member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            writer.WritePropertyName(member.Name);
            Write(member.Value, writer);
        }
        writer.WriteEndObject();
    }

    private static void WriteArray(JsonElement value, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (JsonElement item in value.EnumerateArray())
            Write(item, writer);
        writer.WriteEndArray();
    }

    private static string Number(JsonElement value) => value.TryGetDecimal(out decimal number)
        ? number.ToString("G29", CultureInfo.InvariantCulture)
        : value.GetRawText();
}
