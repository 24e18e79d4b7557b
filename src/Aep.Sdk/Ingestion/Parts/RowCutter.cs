using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Ingestion;

/// <summary>Cuts a stream of rows into files of JSON lines, and files into batches. The same rows and options are cut alike every time: a resumption relies on it.</summary>
internal sealed class RowCutter<T>(JsonTypeInfo<T> type, IngestionOptions options)
{
    private readonly RowBuffers _buffers = new(options.MaxParallelUploads + 1);
    private int _batch = 1;
    private int _file = 1;
    private long _batchRecords;
    private long _batchBytes;

    /// <exception cref="AepException">A row is null, or larger than a file may be.</exception>
    public async IAsyncEnumerable<IngestionPart> CutAsync(IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = new ArrayBufferWriter<byte>();
        // Synchronous: it writes into memory.
        using var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true });
        RowBuffer? buffer = null;
        long number = 0, records = 0;
        await foreach (T row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Serialize(json, line, row, ++number);
            bool batchIsFull = buffer is not null && BatchIsFull(line.WrittenCount);
            if (buffer is not null && (batchIsFull || buffer.Length + line.WrittenCount > options.MaxFileBytes))
            {
                batchIsFull |= _file == options.FilesPerBatch;
                yield return Part(buffer, records, batchIsFull);
                (buffer, records) = (null, 0);
            }
            buffer ??= await _buffers.TakeAsync(cancellationToken).ConfigureAwait(false);
            buffer.Write(line.WrittenSpan);
            records++;
            _batchRecords++;
            _batchBytes += line.WrittenCount;
        }
        if (buffer is not null)
            yield return Part(buffer, records, isLast: true);
    }

    private void Serialize(Utf8JsonWriter json, ArrayBufferWriter<byte> line, T row, long number)
    {
        if (row is null)
            throw new AepException($"Row {number} is null.");
        line.ResetWrittenCount();
        json.Reset();
        JsonSerializer.Serialize(json, row, type);
        json.Flush();
        line.Write("\n"u8);
        if (line.WrittenCount > options.MaxFileBytes)
            throw new AepException($"Row {number} is {line.WrittenCount} bytes; a file may have {options.MaxFileBytes} (IngestionOptions.MaxFileBytes).");
    }

    private bool BatchIsFull(int next) => _batchRecords == (options.RecordsPerBatch ?? long.MaxValue) || _batchBytes + next > options.MaxBatchBytes;

    private RowPart Part(RowBuffer buffer, long records, bool isLast)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{_file:00000}.json");
        var part = new RowPart(_buffers, buffer) { Batch = _batch, Name = name, IsLast = isLast, Records = records };
        if (isLast)
            (_batch, _file, _batchRecords, _batchBytes) = (_batch + 1, 1, 0, 0);
        else
            _file++;
        return part;
    }
}
