using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Ingestion;

/// <summary>Cuts rows into files of JSON lines.</summary>
internal sealed class JsonLineCutter<T>(IAsyncEnumerable<T> rows, JsonTypeInfo<T> type, IngestionOptions options) : IRowCutter
{
    // A file that is larger than a batch would not fit into one.
    private readonly long _fileBytes = Math.Min(options.MaxFileBytes, options.MaxBatchBytes);

    public async IAsyncEnumerable<FilledBuffer> CutAsync(PartBuffers buffers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PartBuffer? buffer = null;
        long number = 0, records = 0;
        await foreach (RowBlock<T> block in new RowBlocks<T>(type, options).ReadAsync(rows, cancellationToken).ConfigureAwait(false))
        {
            for (int line = 0; line < block.Lines;)
            {
                bool batchIsFull = records > 0 && RowsLeft(number) == options.RecordsPerBatch;
                int count = batchIsFull ? 0 : block.LinesWithin(line, _fileBytes - (buffer?.Length ?? 0), RowsLeft(number));
                if (count > 0)
                {
                    buffer ??= await buffers.TakeAsync(cancellationToken).ConfigureAwait(false);
                    buffer.Write(block.Text(line, count).Span);
                    (line, number, records) = (line + count, number + count, records + count);
                    continue;
                }
                if (buffer is null)
                    throw TooLarge(number + 1, block.Text(line, 1).Length);
                yield return new FilledBuffer(buffer, records, batchIsFull);
                (buffer, records) = (null, 0);
            }
        }
        if (buffer is not null)
            yield return new FilledBuffer(buffer, records, EndsBatch: true);
    }

    // Of the batch that has as many rows as there are so far: all of the next one's, where that is full.
    private long RowsLeft(long rowsSoFar) => options.RecordsPerBatch is { } most ? most - rowsSoFar % most : long.MaxValue;

    private AepException TooLarge(long number, int bytes) => new(
        $"Row {number} is {bytes} bytes; a file may have {_fileBytes} (IngestionOptions.MaxFileBytes and MaxBatchBytes).");
}
