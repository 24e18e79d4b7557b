using System.Text.Json.Serialization;

namespace Aep.Sdk.Access;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccessReference))]
[JsonSerializable(typeof(EffectivePolicies))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(AccessPage<Role>))]
[JsonSerializable(typeof(AccessPage<RoleSubject>))]
[JsonSerializable(typeof(AccessPage<AccessPolicy>))]
[JsonSerializable(typeof(RoleDefinition))]
[JsonSerializable(typeof(PatchBody))]
[JsonSerializable(typeof(JsonPatchOperation[]))]
[JsonSerializable(typeof(AccessPolicyDefinition))]
[JsonSerializable(typeof(ProductList))]
[JsonSerializable(typeof(CategoryList))]
[JsonSerializable(typeof(PermissionSetList))]
internal sealed partial class AccessJson : JsonSerializerContext;
