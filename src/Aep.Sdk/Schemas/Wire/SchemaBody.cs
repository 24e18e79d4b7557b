namespace Aep.Sdk.Schemas;

/// <summary>Body of POST /tenant/schemas.</summary>
internal sealed record SchemaBody(string Type, string Title, string Description, IReadOnlyList<ResourceReference> AllOf)
{
    public static SchemaBody From(SchemaDefinition definition) => new(
        "object", definition.Title, definition.Description,
        [new ResourceReference(definition.ClassId), .. definition.FieldGroupIds.Select(id => new ResourceReference(id))]);
}
