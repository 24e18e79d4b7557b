using Aep.Sdk.Core.Diagnostics;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>Passes on what is written, and tells of each piece.</summary>
internal sealed class WatchedStream(Stream stream, Action moved) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // In pieces: a large buffer on a slow line is progress, too.
        for (int start = 0; start < buffer.Length; start += Piece)
        {
            ReadOnlyMemory<byte> piece = buffer.Slice(start, Math.Min(Piece, buffer.Length - start));
            await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            Sent(piece.Length);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        stream.Write(buffer, offset, count);
        Sent(count);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => stream.FlushAsync(cancellationToken);

    public override void Flush() => stream.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private const int Piece = 64 * 1024;

    private void Sent(int bytes)
    {
        AepDiagnostics.BytesSent.Add(bytes);
        moved();
    }
}
