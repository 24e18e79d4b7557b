namespace Aep.Sdk.Profiles;

/// <summary>Which events of a profile to get.</summary>
public sealed record ProfileEventQuery
{
    /// <summary>Not before this time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Not after this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Paths of the fields; null for all.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>A filter such as <c>web.webPageDetails.pageViews.value>0</c>.</summary>
    public string? Property { get; init; }

    /// <summary><c>+timestamp</c> for the oldest first, <c>-timestamp</c> for the newest.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Id of the merge policy; null for the default one.</summary>
    public string? MergePolicyId { get; init; }
}
