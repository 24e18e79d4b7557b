using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Governance;

/// <summary>
/// A set of labels is a list in the specification and an object with a list on Adobe's pages: both are read, the list is written.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LabelSetConverter : JsonConverter<LabelSet>
{
    /// <inheritdoc/>
    public override LabelSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        JsonElement labels =
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty("labels", out JsonElement inner) ? inner : element;
        return labels.ValueKind == JsonValueKind.Array
            ? new LabelSet(
                [.. labels.EnumerateArray().Select(label => label.GetString() ?? throw new JsonException("A label must not be null."))])
            : throw new JsonException("Labels must be a list, or an object with a list.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LabelSet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (string label in value.Labels)
            writer.WriteStringValue(label);
        writer.WriteEndArray();
    }
}
