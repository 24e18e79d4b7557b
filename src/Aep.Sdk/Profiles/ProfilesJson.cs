using System.Text.Json.Serialization;

namespace Aep.Sdk.Profiles;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Dictionary<string, Profile>))]
internal sealed partial class ProfilesJson : JsonSerializerContext;
