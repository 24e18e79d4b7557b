namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>The bytes of a file, and some more behind them.</summary>
internal sealed class SealedStream(Stream file, ReadOnlyMemory<byte> seal) : Stream
{
    private ReadOnlyMemory<byte> _left = seal;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return count + Rest(buffer[count..]);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return count + Rest(buffer.Span[count..]);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Rest(Span<byte> buffer)
    {
        int count = Math.Min(_left.Length, buffer.Length);
        _left.Span[..count].CopyTo(buffer);
        _left = _left[count..];
        return count;
    }
}
