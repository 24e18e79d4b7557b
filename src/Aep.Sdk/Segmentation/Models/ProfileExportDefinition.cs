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

    /// <summary>Only members that qualified at or after this time.</summary>
    public DateTimeOffset? QualifiedFrom { get; init; }

    /// <summary>Only members that qualified before this time.</summary>
    public DateTimeOffset? QualifiedTo { get; init; }

    /// <summary>Whether profiles without attributes are exported, too; null for the service's choice.</summary>
    public bool? EmptyProfiles { get; init; }

    /// <summary>Paths of the fields of experience events that are exported with the profiles; null for no events.</summary>
    public IReadOnlyList<string>? EventFields { get; init; }

    /// <summary>Only events that came in after this time; together with <see cref="EventFields"/>.</summary>
    public DateTimeOffset? EventsAfter { get; init; }

    /// <summary>Only profiles that changed after this time.</summary>
    public DateTimeOffset? ChangedAfter { get; init; }

    /// <summary>Id of the merge policy; null for the default one.</summary>
    public string? MergePolicyId { get; init; }
}
