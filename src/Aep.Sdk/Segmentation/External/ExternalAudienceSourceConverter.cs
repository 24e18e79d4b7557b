using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

/// <summary>A source stands within <c>params</c> when it is sent; of the answers some have that wrapping and some do not.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExternalAudienceSourceConverter : JsonConverter<ExternalAudienceSource>
{
    private const string Wrapping = "params";

    /// <inheritdoc/>
    public override ExternalAudienceSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        JsonElement source =
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Wrapping, out JsonElement inner) ? inner : element;
        return source.Deserialize(SegmentationJson.Default.ExternalAudienceSource) ?? throw new JsonException("A source must not be null.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ExternalAudienceSource value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(Wrapping);
        JsonSerializer.Serialize(writer, value, SegmentationJson.Default.ExternalAudienceSource);
        writer.WriteEndObject();
    }
}
