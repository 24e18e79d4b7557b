namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Says what stands at a batch about the rows that were refused.</summary>
internal static class BatchOutcomes
{
    private const string Empty = "106";
    private const string TooLarge = "INGEST-1000-400";
    private const string WithoutDiagnostics = "INGEST-1211-400";
    private const string WithDiagnostics = "INGEST-1212-400";
    private const string Internal = "INGEST-1500-500";

    /// <summary>The platform itself failed.</summary>
    public static BatchOutcome Broken(Exception failure) => new(BatchStatus.Failed, 0, [new RowError("", 0, Internal, failure.Message)])
    {
        BatchErrors = [new BatchError(Internal, failure.Message)],
    };

    /// <summary>The batch has more than a batch may have.</summary>
    public static BatchOutcome OverGuardrails(string hit) =>
        new(BatchStatus.Failed, 0, []) { BatchErrors = [new BatchError(TooLarge, hit)] };

    /// <summary>There was no row in the files, or no file.</summary>
    public static BatchOutcome WithoutRows() => new(BatchStatus.Failed, 0, [])
    {
        BatchErrors = [new BatchError(Empty, "Dataset file is empty. Please upload file with data.")],
    };

    /// <summary>How a batch ends with these refused rows; nothing is written yet.</summary>
    public static BatchOutcome Judge(BatchDefinition definition, RowReport report)
    {
        bool tolerable = report.Failed == 0
            || (report.Failed < report.Records && report.Failed * 100.0 / report.Records <= definition.PartialIngestionPercent
            && report.UnreadableFiles == 0);
        string status = tolerable ? BatchStatus.Success : BatchStatus.Failed;
        var outcome = new BatchOutcome(status, report.Records, report.Samples) { Failed = report.Failed };
        return outcome with { BatchErrors = Errors(definition, report, outcome.Written) };
    }

    private static IReadOnlyList<BatchError> Errors(BatchDefinition definition, RowReport report, long written)
    {
        if (report.Failed == 0)
            return [];
        if (!definition.ErrorDiagnostics)
        {
            return
            [
                new BatchError(
                    WithoutDiagnostics,
                    "Encountered errors while parsing, converting or otherwise validating the data. "
                    + "Please resend the data with error diagnostics enabled to collect additional information on failure types"),
            ];
        }
        return
        [
            new BatchError(
                WithDiagnostics,
                $"Encountered {report.Failed} errors in the data. Successfully ingested {written} rows. "
                + "Please review the associated diagnostic files for more details."),
            .. report.ByCode.Select(entry => new BatchError(entry.Key.Code, entry.Key.Description, entry.Value)),
        ];
    }
}
