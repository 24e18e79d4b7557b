namespace Aep.Sdk.Governance;

/// <summary>A policy of the organisation's own.</summary>
/// <param name="Name">Name.</param>
/// <param name="MarketingActionRefs">
/// The marketing actions that it denies, by URL or path (<see cref="MarketingActionReference.Path"/>).
/// </param>
/// <param name="Deny">The labels that make it deny.</param>
public sealed record GovernancePolicyDefinition(string Name, IReadOnlyList<string> MarketingActionRefs, PolicyExpression Deny)
{
    /// <summary>A draft unless told otherwise: it denies nothing yet.</summary>
    public PolicyStatus Status { get; init; } = PolicyStatus.Draft;

    /// <summary>Description.</summary>
    public string? Description { get; init; }
}
