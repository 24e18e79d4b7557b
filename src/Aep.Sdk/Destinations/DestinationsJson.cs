using System.Text.Json.Serialization;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.Destinations;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DatasetRunBody))]
[JsonSerializable(typeof(DatasetRunAnswer))]
[JsonSerializable(typeof(AudienceRunBody))]
[JsonSerializable(typeof(AudienceRunAnswer))]
internal sealed partial class DestinationsJson : JsonSerializerContext;
