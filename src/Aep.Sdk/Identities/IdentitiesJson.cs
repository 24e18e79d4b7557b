using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

// Numbers of namespaces come as numbers and as text.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(IdentityNamespace[]))]
[JsonSerializable(typeof(IdentityNamespaceDefinition))]
[JsonSerializable(typeof(XidBody))]
[JsonSerializable(typeof(IdentityGraphQuery))]
[JsonSerializable(typeof(IdentityGraphs))]
[JsonSerializable(typeof(ClustersBody))]
[JsonSerializable(typeof(IdentityClusters))]
[JsonSerializable(typeof(MappingsBody))]
[JsonSerializable(typeof(IdentityMappings))]
internal sealed partial class IdentitiesJson : JsonSerializerContext;
