namespace Aep.Sdk.Destinations;

/// <summary>
/// Data was about to leave Experience Platform that carries labels which forbid it. Nothing was created and nothing was sent.
/// </summary>
public sealed class GovernanceViolationException : AepException
{
    internal GovernanceViolationException(string what, IReadOnlyList<LabelFinding> findings)
        : base($"{what} carries labels that keep it in Experience Platform: {string.Join("; ", findings)}. "
            + "Leave the fields out, take the labels away where they are wrong, or allow it with Guard = "
            + "GovernanceGuard.Default.Override(\"reason\").") =>
        Findings = findings;

    /// <summary>The labels and where they are.</summary>
    public IReadOnlyList<LabelFinding> Findings { get; }
}
