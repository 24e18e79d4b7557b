namespace Aep.Sdk.Sandboxes;

/// <summary>Which jobs to list.</summary>
public sealed record PackageJobFilter
{
    /// <summary><c>PENDING</c>, <c>IN_PROGRESS</c>, <c>SUCCESS</c>, <c>FAILED</c> or <c>CANCELLED</c>.</summary>
    public string? JobStatus { get; init; }

    /// <summary><c>NEW</c>, <c>RESUME</c> or <c>ROLLBACK</c>.</summary>
    public string? JobType { get; init; }

    /// <summary><c>EXPORT</c>, <c>IMPORT</c> or <c>COPY</c>.</summary>
    public string? RequestType { get; init; }

    /// <summary>A member to sort by, <c>-</c> before it for descending.</summary>
    public string? OrderBy { get; init; }
}
