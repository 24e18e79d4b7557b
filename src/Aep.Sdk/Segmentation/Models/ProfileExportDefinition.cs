namespace Aep.Sdk.Segmentation;

/// <summary>An export of profiles to a dataset. The dataset's schema is the union schema of profiles.</summary>
/// <param name="DatasetId">The dataset; it must exist.</param>
public sealed record ProfileExportDefinition(string DatasetId)
{
    /// <summary>Paths of the fields; null for all.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Only members of these segments; null for all profiles.</summary>
    public IReadOnlyList<string>? SegmentIds { get; init; }

    /// <summary>Members in these states: <c>realized</c> (in the segment), <c>exited</c>.</summary>
    public IReadOnlyList<string> MembershipStatus { get; init; } = ["realized"];

    /// <summary>Only profiles that changed after this time.</summary>
    public DateTimeOffset? ChangedAfter { get; init; }

    /// <summary>Id of the merge policy; null for the default one.</summary>
    public string? MergePolicyId { get; init; }
}
