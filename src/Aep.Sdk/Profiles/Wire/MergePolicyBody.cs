namespace Aep.Sdk.Profiles;

/// <summary>A merge policy as it is replaced.</summary>
internal sealed record MergePolicyBody(
    string Id, string Name, SchemaName Schema, IdentityGraphType IdentityGraph, AttributeMerge AttributeMerge, bool Default,
    bool? IsActiveOnEdge, long? Version);
