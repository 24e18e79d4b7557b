namespace Aep.Sdk.Segmentation;

/// <summary>A data usage policy that a use of an audience would break.</summary>
/// <param name="PolicyId">Id of the policy.</param>
/// <param name="PolicyName">Its name.</param>
/// <param name="Labels">The labels that it denies, and where they come from.</param>
public sealed record AudiencePolicyViolation(string PolicyId, string? PolicyName, IReadOnlyList<AudienceLabel> Labels)
{
    /// <summary>Policy, labels and places, for people to read.</summary>
    public override string ToString() => $"{PolicyName ?? PolicyId} denies it: {string.Join("; ", Labels)}";
}
