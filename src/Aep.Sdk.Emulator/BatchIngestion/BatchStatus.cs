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
}
