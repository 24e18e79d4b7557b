using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Queries;

/// <summary>Reads the forms of a time that Query Service uses: ISO 8601, with a blank for the T, and milliseconds since 1970 as text or
/// number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QueryTimeConverter : JsonConverter<DateTimeOffset?>
{
    /// <inheritdoc/>
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType == JsonTokenType.Number) return DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());
        string? text = reader.GetString();
        if (string.IsNullOrEmpty(text)) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out DateTimeOffset time)
                ? time
                : throw new JsonException($"'{text}' is not a time.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        const string format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
        if (value is { } time) writer.WriteStringValue(time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture));
        else writer.WriteNullValue();
    }
}
