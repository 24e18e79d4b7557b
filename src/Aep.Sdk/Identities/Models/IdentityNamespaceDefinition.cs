namespace Aep.Sdk.Identities;

/// <summary>A namespace of the organisation's own.</summary>
/// <param name="Code">Code: letters, digits and underscores.</param>
/// <param name="Name">Name for people.</param>
/// <param name="IdType">What kind of identity it is; it decides how profiles are stitched.</param>
public sealed record IdentityNamespaceDefinition(string Code, string Name, IdentityType IdType)
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }
}
