using System.Text.Json.Serialization;

namespace Aep.Sdk.Mappings;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MappingSet))]
[JsonSerializable(typeof(MappingSetBody))]
internal sealed partial class MappingsJson : JsonSerializerContext;
