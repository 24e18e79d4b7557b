using Aep.Sdk.Schemas;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// How rows and files are sent. The memory that rows need is bounded by <see cref="MaxFileBytes"/> times (<see cref="MaxParallelUploads"/>
/// + 1).
/// </summary>
public sealed record IngestionOptions
{
    /// <summary>AEP's limit for a file that is sent in one request: 256 MB. A larger one is sent in parts.</summary>
    public const int MaxSimpleUploadBytes = 256 * 1024 * 1024;

    /// <summary>AEP's limit for the files of a batch: 25,000. It recommends fewer than 10,000.</summary>
    public const int MaxFilesOfBatch = 25_000;

    /// <summary>AEP's limit for the size of a batch: 1 TB. It recommends less than 100 GB.</summary>
    public const long MaxBytesOfBatch = 1024L * 1024 * 1024 * 1024;

    /// <summary>A batch is closed at every multiple of this number of rows; null for no bound but the size.</summary>
    public int? RecordsPerBatch { get; init; }

    /// <summary>A batch is closed before it grows beyond this many bytes. AEP recommends 256 MB to 100 GB.</summary>
    public long MaxBatchBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>
    /// A batch is closed at this number of files. The default was AEP's limit for long, and is within every number that it has documented.
    /// </summary>
    public int FilesPerBatch { get; init; } = 1_500;

    /// <summary>
    /// A file is closed before it grows beyond this many bytes; at most <see cref="MaxSimpleUploadBytes"/>. Files that you bring are sent
    /// as they are. Of a stream that cannot seek, this much is in memory.
    /// </summary>
    public int MaxFileBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// A file of a format that is made of many rows at once, such as Parquet, is closed at this number of rows, which are in memory until
    /// then; one of Parquet also when its rows are 16 MB as JSON.
    /// </summary>
    public int RecordsPerFile { get; init; } = 25_000;

    /// <summary>How many files are sent at once.</summary>
    public int MaxParallelUploads { get; init; } = 4;

    /// <summary>
    /// How many threads make JSON of rows at once; 1 to make each row's before the next row is asked for. With more, a few hundred rows are
    /// read ahead: each must be an object of its own that nobody changes meanwhile, and whose properties may be read on another thread.
    /// </summary>
    public int MaxParallelSerializations { get; init; } = Math.Min(Environment.ProcessorCount, 4);

    /// <summary>How many batches are filled or processed at once; the next one waits.</summary>
    public int MaxParallelBatches { get; init; } = 16;

    /// <summary>How files that you bring are written; null to go by the ending of their names.</summary>
    public IngestionFormat? Format { get; init; }

    /// <summary>
    /// A file in which the ingestion notes what it has done. After a crash, the same call with the same input and the same journal sends
    /// what is missing and nothing else. Null for none.
    /// </summary>
    public string? JournalFile { get; init; }

    /// <summary>
    /// How many percent of the rows AEP may refuse before the whole batch fails: 0 to 100. Null: one refused row fails the batch.
    /// </summary>
    public int? PartialIngestionPercent { get; init; }

    /// <summary>
    /// Has AEP keep the rows that it refuses, with the reasons, for 30 days: what <see cref="IngestionClient.ReplayFailedAsync"/> needs. On
    /// unless set to false; <see cref="PartialIngestionPercent"/> has it always.
    /// </summary>
    public bool EnableErrorDiagnostics { get; init; } = true;

    /// <summary>
    /// Batches that the new one replaces when it succeeds. The input goes into one batch then, so that it replaces them whole.
    /// </summary>
    public BatchReplay? Replay { get; init; }

    /// <summary>
    /// Checks rows before they are sent (not the files that you bring): the first that does not fit its schema ends the ingestion with an
    /// <see cref="XdmValidationException"/> as its cause, and its batch is aborted. Null for no check. To leave out what does not fit, give
    /// <see cref="XdmValidator.WhereValidAsync"/> as the rows.
    /// </summary>
    public XdmValidator? Validator { get; init; }

    /// <summary>Told of rows that were sent and of batches that are processed.</summary>
    public IProgress<IngestionProgress>? Progress { get; init; }

    internal IngestionOptions Validated()
    {
        Positive(RecordsPerBatch ?? 1, nameof(RecordsPerBatch));
        Positive(RecordsPerFile, nameof(RecordsPerFile));
        Positive(MaxParallelUploads, nameof(MaxParallelUploads));
        Positive(MaxParallelSerializations, nameof(MaxParallelSerializations));
        Positive(MaxParallelBatches, nameof(MaxParallelBatches));
        Between(FilesPerBatch, MaxFilesOfBatch, nameof(FilesPerBatch));
        Between(MaxFileBytes, MaxSimpleUploadBytes, nameof(MaxFileBytes));
        Between(MaxBatchBytes, MaxBytesOfBatch, nameof(MaxBatchBytes));
        if (PartialIngestionPercent is < 0 or > 100)
            throw new ArgumentOutOfRangeException(nameof(PartialIngestionPercent), PartialIngestionPercent, "A percentage is 0 to 100.");
        return Replay is null ? this : InOneBatch();
    }

    internal IngestionOptions InOneBatch() =>
        this with { RecordsPerBatch = null, MaxBatchBytes = MaxBytesOfBatch, FilesPerBatch = MaxFilesOfBatch };

    private static void Positive(int value, string name) => Between(value, int.MaxValue, name);

    private static void Between(long value, long most, string name)
    {
        if (value < 1 || value > most)
            throw new ArgumentOutOfRangeException(name, value, $"IngestionOptions.{name} must be 1 to {most}.");
    }
}
