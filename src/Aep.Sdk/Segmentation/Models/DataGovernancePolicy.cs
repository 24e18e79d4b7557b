namespace Aep.Sdk.Segmentation;

/// <summary>What data governance asks of the members of a segment.</summary>
/// <param name="ExcludeOptOut">Whether people who have opted out are left out.</param>
public sealed record DataGovernancePolicy(bool ExcludeOptOut);
