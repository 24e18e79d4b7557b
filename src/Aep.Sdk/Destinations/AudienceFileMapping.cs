using System.Text.Json.Nodes;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.Destinations;

/// <summary>The mapping from profiles to the columns of an activated file.</summary>
internal static class AudienceFileMapping
{
    private const string ProfileUnion = "https://ns.adobe.com/xdm/context/profile__union";

    public static MappingSetDefinition Of(IReadOnlyList<ActivationField> fields)
    {
        var columns = new JsonObject();
        foreach (ActivationField field in fields) columns[field.Column] = new JsonObject { ["type"] = "string" };

        MappingSetDefinition definition =
            MappingSetDefinition.ForJsonSchema(new JsonObject { ["type"] = "object", ["properties"] = columns }) with
            {
                InputSchemaId = ProfileUnion,
            };
        return fields.Aggregate(definition, (mapping, field) => mapping.Attribute(field.Source, field.Column));
    }
}
