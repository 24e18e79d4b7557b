using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>A class to create.</summary>
/// <param name="Title">Title; get-or-create finds the class by it.</param>
/// <param name="BehaviorId">Its behavior, see <see cref="XdmBehaviors"/>.</param>
public sealed record ClassDefinition(string Title, string BehaviorId) : XdmDefinition(Title)
{
    /// <summary>
    /// XDM definitions by name of the fields that all its schemas have. They stand under the tenant's namespace, which the client adds.
    /// </summary>
    public JsonObject TenantProperties { get; init; } = [];

    /// <summary>Names of those fields that every event or record must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Field groups that all its schemas have.</summary>
    public IReadOnlyList<string> FieldGroupIds { get; init; } = [];

    internal override bool HasCustomFields => TenantProperties.Count > 0;

    private protected override void Fill(JsonObject body, string tenantId)
    {
        JsonArray parts = new([Reference(BehaviorId), .. FieldGroupIds.Select(Reference)]);
        if (HasCustomFields)
        {
            CustomFields.Fill(body, tenantId, TenantProperties, Required);
            parts.Add((JsonNode)Reference(CustomFields.Reference));
        }
        body["allOf"] = parts;
    }
}
