using System.Text.Json.Serialization;

namespace Aep.Sdk.Destinations;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DatasetRunBody))]
[JsonSerializable(typeof(DatasetRunAnswer))]
[JsonSerializable(typeof(AudienceRunBody))]
[JsonSerializable(typeof(AudienceRunAnswer))]
[JsonSerializable(typeof(DatasetLabelsAnswer))]
internal sealed partial class DestinationsJson : JsonSerializerContext;
