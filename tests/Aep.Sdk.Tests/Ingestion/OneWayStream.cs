namespace Aep.Sdk.Tests.Ingestion;

/// <summary>Gives its bytes once, in pieces of seven, as a network does; then it ends, or fails.</summary>
internal sealed class OneWayStream(byte[] content, Exception? end = null) : Stream
{
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = Math.Min(Math.Min(count, 7), content.Length - _next);
        if (read == 0 && end is not null)
            throw end;
        content.AsSpan(_next, read).CopyTo(buffer.AsSpan(offset));
        _next += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
