using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk;

/// <summary>Reads what a specification types as a string and shows as a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextOrNumberConverter : JsonConverter<string?>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
        ? reader.GetDecimal().ToString(CultureInfo.InvariantCulture)
        : reader.GetString();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
