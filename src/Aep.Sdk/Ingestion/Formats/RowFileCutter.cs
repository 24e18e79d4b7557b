using System.Runtime.CompilerServices;

namespace Aep.Sdk.Ingestion;

/// <summary>Cuts a stream of rows into files of a format, and files into batches; the same rows and options are cut alike every time.</summary>
internal sealed class RowFileCutter<T>(IRowFileFormat<T> format, IngestionOptions options)
{
    // One is being filled and one waits for the size of the next, besides those that are being sent.
    private readonly RowBuffers _buffers = new(options.MaxParallelUploads + 2);
    private readonly BatchPlace _place = new(options, format.FileEnding);

    /// <exception cref="AepException">A row is null, or does not fit the format.</exception>
    public async IAsyncEnumerable<IngestionPart> CutAsync(IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        WrittenFile? held = null;
        await foreach (WrittenFile next in WriteAsync(rows, cancellationToken).ConfigureAwait(false))
        {
            if (held is { } whole)
                yield return Part(whole, whole.EndsBatch || _place.IsLastFile || _place.IsFull(next.Buffer.Length));
            held = next;
            _place.Add(next.Records, next.Buffer.Length);
        }
        if (held is { } last)
            yield return Part(last, isLast: true);
    }

    // While a file is being written the rows of the next are read.
    private async IAsyncEnumerable<WrittenFile> WriteAsync(IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Task<WrittenFile>? writing = null;
        IRowFile<T> file = format.Create();
        long number = 0, records = 0;
        await foreach (T row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Add(file, row, ++number);
            records++;
            bool endsBatch = number % (options.RecordsPerBatch ?? long.MaxValue) == 0;
            if (records < options.RecordsPerFile && !endsBatch)
                continue;
            if (writing is not null)
                yield return await writing.ConfigureAwait(false);
            writing = WriteAsync(file, records, endsBatch, cancellationToken);
            (file, records) = (format.Create(), 0);
        }
        if (writing is not null)
            yield return await writing.ConfigureAwait(false);
        if (records > 0)
            yield return await WriteAsync(file, records, endsBatch: true, cancellationToken).ConfigureAwait(false);
    }

    private static void Add(IRowFile<T> file, T row, long number)
    {
        if (row is null)
            throw new AepException($"Row {number} is null.");
        try
        {
            file.Add(row);
        }
        catch (AepException fault)
        {
            throw new AepException($"Row {number}: {fault.Message}", fault);
        }
    }

    private async Task<WrittenFile> WriteAsync(IRowFile<T> file, long records, bool endsBatch, CancellationToken cancellationToken)
    {
        RowBuffer buffer = await _buffers.TakeAsync(cancellationToken).ConfigureAwait(false);
        await Task.Run(() => file.WriteAsync(new RowBufferStream(buffer), cancellationToken), cancellationToken).ConfigureAwait(false);
        return new WrittenFile(buffer, records, endsBatch);
    }

    private RowPart Part(WrittenFile file, bool isLast)
    {
        var part = new RowPart(_buffers, file.Buffer) { Batch = _place.Batch, Name = _place.Name, IsLast = isLast, Records = file.Records };
        _place.Next(isLast);
        return part;
    }

    private sealed record WrittenFile(RowBuffer Buffer, long Records, bool EndsBatch);
}
