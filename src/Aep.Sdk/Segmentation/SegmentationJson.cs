using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Segment))]
[JsonSerializable(typeof(SegmentPage))]
[JsonSerializable(typeof(SegmentBody))]
[JsonSerializable(typeof(SegmentJob))]
[JsonSerializable(typeof(SegmentJobRequest[]))]
[JsonSerializable(typeof(PreviewBody))]
[JsonSerializable(typeof(PreviewAnswer))]
[JsonSerializable(typeof(AudienceEstimate))]
internal sealed partial class SegmentationJson : JsonSerializerContext;
