namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>What a batch may have at most: one that has more fails when it is ingested, and says what is too much.</summary>
internal static class BatchGuardrails
{
    public const int MaxFiles = 25_000;
    public const long MaxBytes = 1_099_511_627_776;

    /// <returns>What is too much, in Adobe's words; null when nothing is.</returns>
    public static string? Check(int files, long bytes)
    {
        string[] hits =
        [
            .. files > MaxFiles ? [$"{files} files (over the {MaxFiles} threshold)"] : Array.Empty<string>(),
            .. bytes > MaxBytes ? [$"{bytes} bytes (over the {MaxBytes} threshold)"] : Array.Empty<string>(),
        ];
        return hits.Length == 0 ? null : $"Batch ingestion guardrails hit: {string.Join("; ", hits)}";
    }
}
