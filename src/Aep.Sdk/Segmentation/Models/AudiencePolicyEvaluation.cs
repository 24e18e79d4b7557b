using Aep.Sdk.Governance;

namespace Aep.Sdk.Segmentation;

/// <summary>Whether an audience may be used for a marketing action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Fields">What the rule reads and the use takes: attributes of profiles, and of events as <c>xEvent.…</c>.</param>
/// <param name="Labels">The labels that the audience has by them.</param>
/// <param name="Violations">The policies that stand against it.</param>
public sealed record AudiencePolicyEvaluation(
    MarketingActionReference Action, IReadOnlyList<string> Fields, IReadOnlyList<AudienceLabel> Labels,
    IReadOnlyList<AudiencePolicyViolation> Violations)
{
    /// <summary>True when no policy stands against it.</summary>
    public bool IsAllowed => Violations.Count == 0;

    /// <summary>The verdict, for people to read.</summary>
    public override string ToString() =>
        IsAllowed ? $"{Action.Name} is allowed" : $"{Action.Name} is not allowed. {string.Join(". ", Violations)}.";
}
