using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>Reads a descriptor as the type that its <c>@type</c> names, wherever that stands among the members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescriptorConverter : JsonConverter<Descriptor>
{
    /// <inheritdoc/>
    public override Descriptor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        string? type = element.ValueKind == JsonValueKind.Object ? element.Text("@type") : null;
        return (Descriptor?)element.Deserialize(TypeOf(type)) ?? throw new JsonException("A descriptor must not be null.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Descriptor value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, SchemasJson.Default.GetTypeInfo(value.GetType())!);

    private static JsonTypeInfo TypeOf(string? type) => type switch
    {
        "xdm:descriptorIdentity" => SchemasJson.Default.IdentityDescriptor,
        "xdm:alternateDisplayInfo" => SchemasJson.Default.FriendlyNameDescriptor,
        "xdm:descriptorOneToOne" => SchemasJson.Default.OneToOneDescriptor,
        "xdm:descriptorRelationship" => SchemasJson.Default.RelationshipDescriptor,
        "xdm:descriptorReferenceIdentity" => SchemasJson.Default.ReferenceIdentityDescriptor,
        "xdm:descriptorDeprecated" => SchemasJson.Default.DeprecatedFieldDescriptor,
        "xdm:descriptorPrimaryKey" => SchemasJson.Default.PrimaryKeyDescriptor,
        "xdm:descriptorVersion" => SchemasJson.Default.VersionDescriptor,
        "xdm:descriptorTimestamp" => SchemasJson.Default.TimestampDescriptor,
        "xdm:descriptorTimeSeriesGranularity" => SchemasJson.Default.GranularityDescriptor,
        "xdm:descriptorLabel" => SchemasJson.Default.LabelDescriptor,
        _ => SchemasJson.Default.OtherDescriptor,
    };
}
