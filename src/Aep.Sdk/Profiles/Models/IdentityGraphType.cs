namespace Aep.Sdk.Profiles;

/// <summary>Which identities belong to one profile.</summary>
/// <param name="Type"><c>pdg</c>: those that the organisation's graph links; <c>none</c>: each is a profile of its own.</param>
public sealed record IdentityGraphType(string Type)
{
    /// <summary>The organisation's graph (private device graph).</summary>
    public static IdentityGraphType Private { get; } = new("pdg");

    /// <summary>No stitching.</summary>
    public static IdentityGraphType None { get; } = new("none");
}
