using System.Runtime.CompilerServices;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// Makes parts of files of rows, whichever way these are made. The same rows and options give the same parts: a resumption relies on it.
/// </summary>
/// <param name="options">Bounds of files and batches.</param>
/// <param name="ending">Of the files' names.</param>
internal sealed class RowParts(IngestionOptions options, string ending)
{
    private readonly PartBuffers _buffers = new(options.MaxParallelUploads + 1);
    private readonly BatchPlaces _places = new(options);

    /// <param name="cutter">Fills buffers with the rows of one file each.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async IAsyncEnumerable<IngestionPart> CutAsync(IRowCutter cutter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (FilledBuffer file in cutter.CutAsync(_buffers, cancellationToken).ConfigureAwait(false))
        {
            BatchPlace place = _places.Next(file.Buffer.Length, file.EndsBatch);
            yield return new BufferedPart(file.Buffer, _buffers)
            {
                Batch = place.Batch,
                Name = $"{place.Number}.{ending}",
                IsLast = place.IsLast,
                Records = file.Records,
            };
        }
    }
}
