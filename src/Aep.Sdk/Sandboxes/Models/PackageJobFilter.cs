namespace Aep.Sdk.Sandboxes;

/// <summary>Which jobs to list.</summary>
public sealed record PackageJobFilter
{
    /// <summary>Only jobs of packages in this state.</summary>
    public PackageStatus? PackageStatus { get; init; }

    /// <summary><c>PENDING</c>, <c>IN_PROGRESS</c>, <c>SUCCESS</c>, <c>FAILED</c> or <c>CANCELLED</c>.</summary>
    public string? JobStatus { get; init; }

    /// <summary><c>NEW</c>, <c>RESUME</c> or <c>ROLLBACK</c>.</summary>
    public string? JobType { get; init; }

    /// <summary><c>EXPORT</c>, <c>IMPORT</c> or <c>COPY</c>.</summary>
    public string? RequestType { get; init; }

    /// <summary>Order such as <c>desc:created</c>.</summary>
    public string? OrderBy { get; init; }
}
