using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk;

/// <summary>A truth value that some answers give as a text: <c>"true"</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BooleanOrTextConverter : JsonConverter<bool>
{
    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            return reader.GetBoolean();
        string text = reader.GetString()!;
        return bool.TryParse(text, out bool value) ? value : throw new JsonException($"'{text}' is neither true nor false.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
