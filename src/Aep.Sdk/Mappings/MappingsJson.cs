using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Mappings;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Mapping))]
[JsonSerializable(typeof(MappingSet))]
[JsonSerializable(typeof(MappingSetPage))]
[JsonSerializable(typeof(MappingSetBody))]
[JsonSerializable(typeof(ValidationAnswer))]
[JsonSerializable(typeof(MappingPreview))]
[JsonSerializable(typeof(PreviewBody))]
[JsonSerializable(typeof(ExpressionBody))]
[JsonSerializable(typeof(IReadOnlyList<MappingFunction>))]
[JsonSerializable(typeof(IReadOnlyList<MappingOperator>))]
internal sealed partial class MappingsJson : JsonSerializerContext;
