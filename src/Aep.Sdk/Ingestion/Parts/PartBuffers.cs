namespace Aep.Sdk.Ingestion;

/// <summary>
/// A fixed number of buffers. Who wants one when all are on their way waits: this is what bounds memory, whatever the input's size. The one
/// that came back last is given out first: its memory is in the processor's cache, and where files leave as fast as they are made the
/// others are never needed.
/// </summary>
internal sealed class PartBuffers(int count)
{
    private readonly SemaphoreSlim _places = new(count);
    private readonly Stack<PartBuffer> _free = [];

    public async ValueTask<PartBuffer> TakeAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_free)
            return _free.TryPop(out PartBuffer? buffer) ? buffer : new PartBuffer();
    }

    public void Return(PartBuffer buffer)
    {
        buffer.Clear();
        lock (_free)
            _free.Push(buffer);
        _places.Release();
    }
}
