namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>The states of a batch that the platform passes through.</summary>
internal static class BatchStatus
{
    /// <summary>Created; takes files.</summary>
    public const string Loading = "loading";

    /// <summary>Completed by the client; being processed.</summary>
    public const string Staging = "staging";

    public const string Success = "success";
    public const string Failed = "failed";
    public const string Aborted = "aborted";

    /// <summary>Its rows were taken out of the dataset, by a revert or by the batch that replaced it.</summary>
    public const string Inactive = "inactive";

    /// <summary>Inactive, and its files are gone.</summary>
    public const string Deleted = "deleted";

    /// <summary>Every state that the catalog knows; a producer outside of the platform may set others than these services do.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Loading, "loaded", Staging, "staged", "processing", "queued", "retrying", "stalled", "active",
        Success, Failed, "failure", Aborted, "abandoned", Inactive, Deleted,
    ];
}
