using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Datasets;

/// <summary>
/// Tags of catalog objects: the specification has lists of texts; services of AEP itself write flags, numbers and plain texts too
/// (<c>acp_enableErrorDiagnostics: true</c>). They are read as lists of one.
/// </summary>
internal sealed class TagsConverter : JsonConverter<IReadOnlyDictionary<string, IReadOnlyList<string>>>
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"Tags are an object whose members are lists, not {reader.TokenType}.");
        var tags = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            tags[name] = Values(ref reader);
        }
        return tags;
    }

    public override void Write(
        Utf8JsonWriter writer, IReadOnlyDictionary<string, IReadOnlyList<string>> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string name, IReadOnlyList<string> values) in value)
        {
            writer.WriteStartArray(name);
            foreach (string text in values)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static IReadOnlyList<string> Values(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return [];
        if (reader.TokenType != JsonTokenType.StartArray)
            return [Text(ref reader)];
        var values = new List<string>(1);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(Text(ref reader));
        return values;
    }

    private static string Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : JsonElement.ParseValue(ref reader).GetRawText();
}
