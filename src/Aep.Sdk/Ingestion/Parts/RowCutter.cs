using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Ingestion;

/// <summary>Cuts a stream of rows into files of JSON lines, and files into batches. The same rows and options are cut alike every time: a resumption relies on it.</summary>
internal sealed class RowCutter<T>(JsonTypeInfo<T> type, IngestionOptions options)
{
    private readonly RowBuffers _buffers = new(options.MaxParallelUploads + 1);
    private readonly BatchPlace _place = new(options, "json");

    /// <exception cref="AepException">A row is null, or larger than a file may be.</exception>
    public async IAsyncEnumerable<IngestionPart> CutAsync(IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RowBuffer? buffer = null;
        long number = 0, records = 0;
        await foreach (RowBlock<T> block in new RowBlocks<T>(type, options.MaxParallelSerializations).ReadAsync(rows, cancellationToken).ConfigureAwait(false))
        {
            for (int i = 0; i < block.Lines; i++)
            {
                ReadOnlyMemory<byte> line = Fitting(block.Line(i), ++number);
                bool batchIsFull = buffer is not null && _place.IsFull(line.Length);
                if (buffer is not null && (batchIsFull || buffer.Length + line.Length > options.MaxFileBytes))
                {
                    yield return Part(buffer, records, batchIsFull || _place.IsLastFile);
                    (buffer, records) = (null, 0);
                }
                buffer ??= await _buffers.TakeAsync(cancellationToken).ConfigureAwait(false);
                buffer.Write(line.Span);
                records++;
                _place.Add(1, line.Length);
            }
        }
        if (buffer is not null)
            yield return Part(buffer, records, isLast: true);
    }

    private ReadOnlyMemory<byte> Fitting(ReadOnlyMemory<byte> line, long number) => line.Length <= options.MaxFileBytes
        ? line
        : throw new AepException($"Row {number} is {line.Length} bytes; a file may have {options.MaxFileBytes} (IngestionOptions.MaxFileBytes).");

    private RowPart Part(RowBuffer buffer, long records, bool isLast)
    {
        var part = new RowPart(_buffers, buffer) { Batch = _place.Batch, Name = _place.Name, IsLast = isLast, Records = records };
        _place.Next(isLast);
        return part;
    }
}
