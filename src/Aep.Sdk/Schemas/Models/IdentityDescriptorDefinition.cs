namespace Aep.Sdk.Schemas;

/// <summary>An identity descriptor to create.</summary>
/// <param name="SchemaId">The schema.</param>
/// <param name="SourceProperty">The field, as a path with slashes: <c>/_tenant/userid</c>.</param>
/// <param name="Namespace">Namespace of the identity, for example <c>ECID</c>.</param>
public sealed record IdentityDescriptorDefinition(string SchemaId, string SourceProperty, string Namespace)
{
    /// <summary>Makes it the schema's primary identity, which Real-Time Customer Profile needs.</summary>
    public bool IsPrimary { get; init; } = true;
}
