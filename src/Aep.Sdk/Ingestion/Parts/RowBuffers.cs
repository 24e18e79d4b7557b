using System.Threading.Channels;

namespace Aep.Sdk.Ingestion;

/// <summary>A fixed number of buffers. Who wants one when all are on their way waits: this is what bounds memory, whatever the input's size.</summary>
internal sealed class RowBuffers
{
    private readonly Channel<RowBuffer> _free = Channel.CreateUnbounded<RowBuffer>();

    public RowBuffers(int count)
    {
        for (int i = 0; i < count; i++)
            _free.Writer.TryWrite(new RowBuffer());
    }

    public ValueTask<RowBuffer> TakeAsync(CancellationToken cancellationToken) => _free.Reader.ReadAsync(cancellationToken);

    public void Return(RowBuffer buffer)
    {
        buffer.Clear();
        _free.Writer.TryWrite(buffer);
    }
}
