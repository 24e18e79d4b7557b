namespace Aep.Sdk.Destinations;

/// <summary>Which labels keep data from leaving Experience Platform. It is asked before each export and activation.</summary>
public sealed record GovernanceGuard
{
    private GovernanceGuard()
    {
    }

    /// <summary>
    /// Stops data with the labels <c>C9</c> (no data science), <c>PSPD</c> (permitted sensitive personal data) and <c>RHD</c> (regulated
    /// health data).
    /// </summary>
    public static GovernanceGuard Default { get; } = new();

    /// <summary>The labels.</summary>
    public IReadOnlyCollection<string> Labels { get; private init; } = ["C9", "PSPD", "RHD"];

    /// <summary>Why labelled data may leave all the same; null if it may not.</summary>
    public string? OverrideReason { get; private init; }

    /// <summary>Stops data with other labels.</summary>
    /// <param name="labels">The labels.</param>
    public static GovernanceGuard Against(params IReadOnlyCollection<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return new GovernanceGuard { Labels = labels };
    }

    /// <summary>Lets labelled data leave. The reason is logged as a warning with the labels and fields.</summary>
    /// <param name="reason">Who has allowed it and why.</param>
    public GovernanceGuard Override(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new GovernanceGuard { Labels = Labels, OverrideReason = reason };
    }
}
