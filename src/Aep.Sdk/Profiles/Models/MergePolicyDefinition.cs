namespace Aep.Sdk.Profiles;

/// <summary>A merge policy to create, or what an existing one shall be.</summary>
/// <param name="Name">Name.</param>
public sealed record MergePolicyDefinition(string Name)
{
    /// <summary>What it merges.</summary>
    public SchemaName Schema { get; init; } = SchemaName.Profile;

    /// <summary>Which identities belong together.</summary>
    public IdentityGraphType IdentityGraph { get; init; } = IdentityGraphType.Private;

    /// <summary>Which fragment wins.</summary>
    public AttributeMerge AttributeMerge { get; init; } = AttributeMerge.TimestampOrdered;

    /// <summary>Whether it is the one that is used when none is named.</summary>
    public bool Default { get; init; }

    /// <summary>Whether the edge uses it; one policy may be.</summary>
    public bool? IsActiveOnEdge { get; init; }
}
