using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>A field group to create.</summary>
/// <param name="Title">Title; get-or-create finds the field group by it.</param>
/// <param name="TenantProperties">
/// XDM definitions of the fields by name. They stand under the tenant's namespace, which the client adds.
/// </param>
/// <param name="IntendedToExtend">The classes that it may extend, see <see cref="XdmClasses"/>.</param>
public sealed record FieldGroupDefinition(string Title, JsonObject TenantProperties, IReadOnlyList<string> IntendedToExtend)
    : XdmDefinition(Title)
{
    /// <summary>Names of those fields that every event or record must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    internal override bool HasCustomFields => true;

    private protected override void Fill(JsonObject body, string tenantId)
    {
        if (IntendedToExtend.Count == 0)
            throw new ArgumentException($"The field group '{Title}' names no class that it may extend (meta:intendedToExtend).");
        body["meta:intendedToExtend"] = new JsonArray([.. IntendedToExtend.Select(id => (JsonNode)id)]);
        CustomFields.Fill(body, tenantId, TenantProperties, Required);
        body["allOf"] = new JsonArray(Reference(CustomFields.Reference));
    }
}
