using System.Text.Json.Serialization;

namespace Aep.Sdk.Access;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AccessReference))]
[JsonSerializable(typeof(EffectivePolicies))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class AccessJson : JsonSerializerContext;
