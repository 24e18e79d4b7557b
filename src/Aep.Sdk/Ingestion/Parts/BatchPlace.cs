using System.Globalization;

namespace Aep.Sdk.Ingestion;

/// <summary>Where in the batches the next file stands.</summary>
internal sealed class BatchPlace(IngestionOptions options, string ending)
{
    private int _file = 1;
    private long _records;
    private long _bytes;

    public int Batch { get; private set; } = 1;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{_file:00000}.{ending}");

    /// <summary>Whether no other file fits into the batch.</summary>
    public bool IsLastFile => _file == options.FilesPerBatch;

    public long RecordsLeft => (options.RecordsPerBatch ?? long.MaxValue) - _records;

    public bool IsFull(long nextBytes) => RecordsLeft == 0 || _bytes + nextBytes > options.MaxBatchBytes;

    public void Add(long records, long bytes) => (_records, _bytes) = (_records + records, _bytes + bytes);

    /// <summary>The file is whole.</summary>
    public void Next(bool isLast) =>
        (Batch, _file, _records, _bytes) = isLast ? (Batch + 1, 1, 0, 0) : (Batch, _file + 1, _records, _bytes);
}
