using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

/// <summary>What a conversion answers: the definition without an id, since nothing was created.</summary>
internal sealed record ConvertedSegment
{
    public SegmentExpression? Expression { get; init; }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
