using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Ingestion;

/// <summary>The rows of one batch as JSON lines. In memory, so that an upload can be repeated; the options bound its size.</summary>
internal sealed record RowBuffer(ReadOnlyMemory<byte> Bytes, int Records)
{
    /// <summary>Cuts a stream of rows into buffers.</summary>
    /// <exception cref="AepException">A single row is larger than a file may be.</exception>
    public static async IAsyncEnumerable<RowBuffer> CutAsync<T>(
        IAsyncEnumerable<T> rows, JsonTypeInfo<T> type, IngestionOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        int records = 0;
        await foreach (T row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            byte[] line = JsonSerializer.SerializeToUtf8Bytes(row, type);
            if (line.Length >= IngestionOptions.MaxFileBytes)
                throw new AepException($"Row {records + 1} of the batch is {line.Length} bytes; a file may have {IngestionOptions.MaxFileBytes}.");
            bool full = records == options.RecordsPerBatch || (records > 0 && buffer.WrittenCount + line.Length + 1 > options.MaxBatchBytes);
            if (full)
            {
                yield return new RowBuffer(buffer.WrittenMemory, records);
                buffer = new ArrayBufferWriter<byte>();
                records = 0;
            }
            buffer.Write(line);
            buffer.Write("\n"u8);
            records++;
        }
        if (records > 0)
            yield return new RowBuffer(buffer.WrittenMemory, records);
    }
}
