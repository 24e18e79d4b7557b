using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>
/// The specification shows a list of classes with their schemas, Adobe's guide an object of lists by class. Both are read; the list is
/// written.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClassUsageConverter : JsonConverter<IReadOnlyList<ClassUsage>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ClassUsage> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement element = JsonElement.ParseValue(ref reader);
        return element.ValueKind switch
        {
            JsonValueKind.Array => [.. element.EnumerateArray().Select(item => item.Deserialize(SchemasJson.Default.ClassUsage)!)],
            JsonValueKind.Object => [.. element.EnumerateObject().Select(OfMember)],
            _ => throw new JsonException($"classUsage is {element.ValueKind}."),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<ClassUsage> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (ClassUsage usage in value)
            JsonSerializer.Serialize(writer, usage, SchemasJson.Default.ClassUsage);
        writer.WriteEndArray();
    }

    private static ClassUsage OfMember(JsonProperty member)
    {
        SchemaSummary[] schemas = [.. member.Value.EnumerateArray().Select(item => item.Deserialize(SchemasJson.Default.SchemaSummary)!)];
        return new ClassUsage { ClassId = member.Name, NumberOfSchemas = schemas.Length, Schemas = schemas };
    }
}
