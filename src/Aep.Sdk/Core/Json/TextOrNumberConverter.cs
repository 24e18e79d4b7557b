using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Core.Json;

/// <summary>Reads what a specification types as a string and shows as a number.</summary>
internal sealed class TextOrNumberConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
        ? reader.GetDecimal().ToString(CultureInfo.InvariantCulture)
        : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
