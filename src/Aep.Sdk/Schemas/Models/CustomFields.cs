using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>Where an organisation's own fields stand in a document: in a definition of their own, below the tenant's namespace.</summary>
internal static class CustomFields
{
    public const string Reference = "#/definitions/customFields";

    public static void Fill(JsonObject body, string tenantId, JsonObject fields, IReadOnlyList<string> required)
    {
        XdmDefinitionCheck.Fields(fields, required, "_" + tenantId);
        var tenant = new JsonObject { ["type"] = "object", ["properties"] = fields.DeepClone() };
        if (required.Count > 0)
            tenant["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        body["definitions"] = new JsonObject
        {
            ["customFields"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["_" + tenantId] = tenant } },
        };
    }
}
