using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RegistryStats))]
[JsonSerializable(typeof(RegistryPage<SchemaSummary>))]
[JsonSerializable(typeof(RegistryPage<IdentityDescriptor>))]
[JsonSerializable(typeof(Schema))]
[JsonSerializable(typeof(SchemaBody))]
[JsonSerializable(typeof(FieldGroup))]
[JsonSerializable(typeof(FieldGroupBody))]
[JsonSerializable(typeof(IdentityDescriptorBody))]
[JsonSerializable(typeof(JsonPatchOperation[]))]
internal sealed partial class SchemasJson : JsonSerializerContext;
