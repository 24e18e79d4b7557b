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
            for (int i = 0; i < block.Lines; i++)
            {
                ReadOnlyMemory<byte> line = Fitting(block.Line(i), ++number);
                bool batchIsFull = records > 0 && EndsBatch(number - 1);
                if (buffer is not null && (batchIsFull || buffer.Length + line.Length > _fileBytes))
                {
                    yield return new FilledBuffer(buffer, records, batchIsFull);
                    (buffer, records) = (null, 0);
                }
                buffer ??= await buffers.TakeAsync(cancellationToken).ConfigureAwait(false);
                buffer.Write(line.Span);
                records++;
            }
        }
        if (buffer is not null)
            yield return new FilledBuffer(buffer, records, EndsBatch: true);
    }

    private bool EndsBatch(long rowsSoFar) => options.RecordsPerBatch is { } most && rowsSoFar % most == 0;

    private ReadOnlyMemory<byte> Fitting(ReadOnlyMemory<byte> line, long number) => line.Length <= _fileBytes
        ? line
        : throw new AepException(
            $"Row {number} is {line.Length} bytes; a file may have {_fileBytes} (IngestionOptions.MaxFileBytes and MaxBatchBytes).");
}
