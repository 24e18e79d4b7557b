using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Ingestion;

/// <summary>Reads rows in blocks and has several blocks made into JSON at once; they come out in the order of the rows.</summary>
internal sealed class RowBlocks<T>(JsonTypeInfo<T> type, IngestionOptions options)
{
    private readonly int _parallel = options.MaxParallelSerializations;

    // With one at a time a row is written before the next is asked for, so that a source may use one object for all.
    private readonly int _rowsOfBlock = options.MaxParallelSerializations == 1 ? 1 : 128;
    private readonly Stack<RowBlock<T>> _free = [];

    /// <exception cref="AepException">A row is null, or does not fit its schema.</exception>
    public async IAsyncEnumerable<RowBlock<T>> ReadAsync(
        IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pending = new Queue<Task<RowBlock<T>>>(_parallel);
        IAsyncEnumerator<T> source = rows.GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable _ = source.ConfigureAwait(false);
        try
        {
            for (long read = 0; ;)
            {
                while (pending.Count < _parallel && read >= 0)
                {
                    RowBlock<T> block = _free.TryPop(out RowBlock<T>? used) ? used : NewBlock();
                    read = await FillAsync(block, source, read).ConfigureAwait(false);
                    pending.Enqueue(SerializeAsync(block));
                }
                if (!pending.TryDequeue(out Task<RowBlock<T>>? oldest))
                    break;
                RowBlock<T> ready = await oldest.ConfigureAwait(false);
                for (; ready.Lines > 0; ready = await SerializeAsync(ready).ConfigureAwait(false))
                    yield return ready;
                ready.Clear();
                _free.Push(ready);
            }
        }
        finally
        {
            // Nobody but this iterator knows of them, and the rows are the caller's again when it ends.
            await Task.WhenAll((IEnumerable<Task>)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (RowBlock<T> block in _free)
                block.Dispose();
        }
    }

    /// <returns>How many rows were read so far; -1 at the end of the rows.</returns>
    private static async ValueTask<long> FillAsync(RowBlock<T> block, IAsyncEnumerator<T> source, long read)
    {
        for (; !block.IsFull; block.Add(source.Current, read))
        {
            if (!await source.MoveNextAsync().ConfigureAwait(false))
                return -1;
            read++;
            if (source.Current is null)
                throw new AepException($"Row {read} is null.");
        }
        return read;
    }

    private RowBlock<T> NewBlock() => new(type, _rowsOfBlock, options.Validator);

    private Task<RowBlock<T>> SerializeAsync(RowBlock<T> block)
    {
        if (_parallel > 1 && block.HasMore)
            return Task.Run(() => Serialized(block));
        return Task.FromResult(Serialized(block));
    }

    private static RowBlock<T> Serialized(RowBlock<T> block)
    {
        block.Serialize();
        return block;
    }
}
