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
        using JsonDocument tags = JsonDocument.ParseValue(ref reader);
        return tags.RootElement.ValueKind == JsonValueKind.Object
            ? tags.RootElement.EnumerateObject().ToDictionary(tag => tag.Name, tag => Values(tag.Value), StringComparer.Ordinal)
            : throw new JsonException($"Tags are an object whose members are lists, not {tags.RootElement.ValueKind}.");
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

    private static IReadOnlyList<string> Values(JsonElement tag) => tag.ValueKind switch
    {
        JsonValueKind.Array => [.. tag.EnumerateArray().Select(Text)],
        JsonValueKind.Null => [],
        _ => [Text(tag)],
    };

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
