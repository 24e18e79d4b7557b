using System.Globalization;

namespace Aep.Sdk.Ingestion;

/// <summary>Gives files their places: a batch ends where a bound of the options is reached.</summary>
internal sealed class BatchPlaces(IngestionOptions options)
{
    private int _batch = 1;
    private int _files;
    private long _bytes;

    /// <summary>The place of the next file.</summary>
    /// <param name="bytes">Its size.</param>
    /// <param name="endsBatch">Whether its batch takes no other file after it.</param>
    public BatchPlace Next(long bytes, bool endsBatch = false)
    {
        if (_files > 0 && _bytes + bytes > options.MaxBatchBytes)
            Begin();
        (_files, _bytes) = (_files + 1, _bytes + bytes);
        bool isLast = endsBatch || _files == options.FilesPerBatch;
        var place = new BatchPlace(_batch, string.Create(CultureInfo.InvariantCulture, $"{_files:00000}"), isLast);
        if (isLast)
            Begin();
        return place;
    }

    private void Begin() => (_batch, _files, _bytes) = (_batch + 1, 0, 0);
}
