using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>One text, or a list of them: descriptors name one field as the former and several as the latter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OneOrManyConverter : JsonConverter<IReadOnlyList<string>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => [reader.GetString()!],
            JsonTokenType.StartArray => ReadMany(ref reader),
            _ => throw new JsonException($"A text or a list of texts was expected, not {reader.TokenType}."),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        if (value.Count == 1)
        {
            writer.WriteStringValue(value[0]);
            return;
        }
        writer.WriteStartArray();
        foreach (string text in value)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static List<string> ReadMany(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(reader.GetString() ?? throw new JsonException("A list of texts has null."));
        return texts;
    }
}
