using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>Body of POST /tenant/fieldgroups: the custom fields stand in a definition under the tenant's namespace.</summary>
internal sealed record FieldGroupBody
{
    private const string CustomFields = "customFields";

    public string Type { get; init; } = "object";

    public required string Title { get; init; }

    public required string Description { get; init; }

    [JsonPropertyName("meta:intendedToExtend")]
    public required IReadOnlyList<string> IntendedToExtend { get; init; }

    public required IReadOnlyList<ResourceReference> AllOf { get; init; }

    public required JsonObject Definitions { get; init; }

    public static FieldGroupBody From(FieldGroupDefinition definition, string tenantId)
    {
        var tenant = new JsonObject { ["type"] = "object", ["properties"] = definition.TenantProperties.DeepClone() };
        return new FieldGroupBody
        {
            Title = definition.Title,
            Description = definition.Description,
            IntendedToExtend = definition.IntendedToExtend,
            AllOf = [new ResourceReference($"#/definitions/{CustomFields}")],
            Definitions = new JsonObject
            {
                [CustomFields] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [$"_{tenantId}"] = tenant } },
            },
        };
    }
}
