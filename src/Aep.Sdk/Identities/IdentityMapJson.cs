using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, IdentityMapItem[]>))]
[JsonSerializable(typeof(IdentityMapItem[]))]
internal sealed partial class IdentityMapJson : JsonSerializerContext;
