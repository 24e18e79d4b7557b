using Aep.Sdk.Core.Diagnostics;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>Reads on, with patience for each read.</summary>
internal sealed class PatientStream(Stream stream, TimeSpan patience, TimeProvider time) : ReadOnlyStream
{
    private readonly CancellationTokenSource _expiry = new(Timeout.InfiniteTimeSpan, time);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _expiry.CancelAfter(patience);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _expiry.Token);
        try
        {
            int count = await stream.ReadAsync(buffer, linked.Token).ConfigureAwait(false);
            AepDiagnostics.BytesReceived.Add(count);
            return count;
        }
        catch (OperationCanceledException) when (_expiry.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"No byte of the answer came within {patience.TotalSeconds:0.###} s (RequestTimeout).");
        }
        finally
        {
            _expiry.CancelAfter(Timeout.InfiniteTimeSpan); // the reader may take its time
        }
    }

    // Without the patience: a read that blocks cannot be cancelled.
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = stream.Read(buffer, offset, count);
        AepDiagnostics.BytesReceived.Add(read);
        return read;
    }

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
