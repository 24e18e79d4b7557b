using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>A data type to create: an object.</summary>
/// <param name="Title">Title; get-or-create finds the data type by it.</param>
/// <param name="Properties">XDM definitions of its fields by name.</param>
public sealed record DataTypeDefinition(string Title, JsonObject Properties) : XdmDefinition(Title)
{
    /// <summary>Names of those fields that every value must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    private protected override void Fill(JsonObject body, string tenantId)
    {
        XdmDefinitionCheck.Fields(Properties, Required, "");
        body["properties"] = Properties.DeepClone();
        if (Required.Count > 0)
            body["required"] = new JsonArray([.. Required.Select(name => (JsonNode)name)]);
    }
}
