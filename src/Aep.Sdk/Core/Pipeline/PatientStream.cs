using Aep.Sdk.Core.Diagnostics;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>Reads on, with patience for each read.</summary>
internal sealed class PatientStream(Stream stream, AepOptions options) : Stream
{
    private readonly CancellationTokenSource _expiry = new(Timeout.InfiniteTimeSpan, options.TimeProvider);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _expiry.CancelAfter(options.RequestTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _expiry.Token);
        try
        {
            int count = await stream.ReadAsync(buffer, linked.Token).ConfigureAwait(false);
            AepDiagnostics.BytesReceived.Add(count);
            return count;
        }
        catch (OperationCanceledException) when (_expiry.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException(
                $"No byte of the answer came within {options.RequestTimeout.TotalSeconds:0.###} s (AepOptions.RequestTimeout).");
        }
        finally
        {
            _expiry.CancelAfter(Timeout.InfiniteTimeSpan); // the reader may take its time
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
            _expiry.Dispose();
        }
        base.Dispose(disposing);
    }
}
