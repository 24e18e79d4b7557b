using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RegistryStats))]
[JsonSerializable(typeof(RegistryPage<SchemaSummary>))]
[JsonSerializable(typeof(RegistryPage<Schema>))]
[JsonSerializable(typeof(RegistryPage<XdmClass>))]
[JsonSerializable(typeof(RegistryPage<FieldGroup>))]
[JsonSerializable(typeof(RegistryPage<DataType>))]
[JsonSerializable(typeof(RegistryPage<string>))]
[JsonSerializable(typeof(DescriptorPage))]
[JsonSerializable(typeof(Behavior))]
[JsonSerializable(typeof(UnionSchema))]
[JsonSerializable(typeof(Descriptor))]
[JsonSerializable(typeof(IdentityDescriptor))]
[JsonSerializable(typeof(FriendlyNameDescriptor))]
[JsonSerializable(typeof(OneToOneDescriptor))]
[JsonSerializable(typeof(RelationshipDescriptor))]
[JsonSerializable(typeof(ReferenceIdentityDescriptor))]
[JsonSerializable(typeof(DeprecatedFieldDescriptor))]
[JsonSerializable(typeof(PrimaryKeyDescriptor))]
[JsonSerializable(typeof(VersionDescriptor))]
[JsonSerializable(typeof(TimestampDescriptor))]
[JsonSerializable(typeof(GranularityDescriptor))]
[JsonSerializable(typeof(LabelDescriptor))]
[JsonSerializable(typeof(OtherDescriptor))]
[JsonSerializable(typeof(ClassUsage))]
[JsonSerializable(typeof(IReadOnlyList<AuditLogEntry>))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(JsonPatchOperation[]))]
internal sealed partial class SchemasJson : JsonSerializerContext;
