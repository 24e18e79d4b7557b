using System.Runtime.CompilerServices;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// Cuts rows into files of a format that is made of many rows at once. While a file is being written the rows of the next are read.
/// </summary>
internal sealed class RowFileCutter<T>(IAsyncEnumerable<T> rows, IRowFileFormat<T> format, IngestionOptions options) : IRowCutter
{
    public async IAsyncEnumerable<FilledBuffer> CutAsync(PartBuffers buffers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Task<FilledBuffer>? writing = null;
        IRowFile<T> file = format.Create();
        long number = 0, records = 0;
        await foreach (T row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Add(file, row, ++number);
            records++;
            bool endsBatch = number % (options.RecordsPerBatch ?? long.MaxValue) == 0;
            if (records < options.RecordsPerFile && !endsBatch && !file.IsFull)
                continue;
            if (writing is not null)
                yield return await writing.ConfigureAwait(false);
            writing = WriteAsync(file, records, endsBatch, buffers, cancellationToken);
            (file, records) = (format.Create(), 0);
        }
        if (writing is not null)
            yield return await writing.ConfigureAwait(false);
        if (records > 0)
            yield return await WriteAsync(file, records, endsBatch: true, buffers, cancellationToken).ConfigureAwait(false);
    }

    private static void Add(IRowFile<T> file, T row, long number)
    {
        if (row is null)
            throw new AepException($"Row {number} is null.");
        try
        {
            file.Add(row);
        }
        catch (XdmValidationException invalid)
        {
            throw new XdmValidationException(invalid.Faults, number);
        }
        catch (AepException fault)
        {
            throw new AepException($"Row {number}: {fault.Message}", fault);
        }
    }

    private static async Task<FilledBuffer> WriteAsync(
        IRowFile<T> file, long records, bool endsBatch, PartBuffers buffers, CancellationToken cancellationToken)
    {
        PartBuffer buffer = await buffers.TakeAsync(cancellationToken).ConfigureAwait(false);
        await Task.Run(() => file.WriteAsync(new PartBufferStream(buffer), cancellationToken), cancellationToken).ConfigureAwait(false);
        return new FilledBuffer(buffer, records, endsBatch);
    }
}
