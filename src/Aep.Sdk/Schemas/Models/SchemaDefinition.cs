using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>A schema to create.</summary>
/// <param name="Title">Title; get-or-create finds the schema by it.</param>
/// <param name="ClassId">The class, see <see cref="XdmClasses"/>.</param>
/// <param name="FieldGroupIds">The field groups, own ones and those of <see cref="XdmFieldGroups"/>.</param>
public sealed record SchemaDefinition(string Title, string ClassId, IReadOnlyList<string> FieldGroupIds) : XdmDefinition(Title)
{
    private protected override void Fill(JsonObject body, string tenantId) =>
        body["allOf"] = new JsonArray([Reference(ClassId), .. FieldGroupIds.Select(Reference)]);
}
