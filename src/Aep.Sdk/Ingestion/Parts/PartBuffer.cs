namespace Aep.Sdk.Ingestion;

/// <summary>
/// Grows in segments of one size that are kept for the next file: no large arrays come and go, and nothing is copied when it grows.
/// </summary>
internal sealed class PartBuffer
{
    private const int SegmentBytes = 256 * 1024;

    private readonly List<byte[]> _segments = [];

    public long Length { get; private set; }

    public void Clear() => Length = 0;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            Memory<byte> free = Free();
            int count = Math.Min(bytes.Length, free.Length);
            bytes[..count].CopyTo(free.Span);
            bytes = bytes[count..];
            Length += count;
        }
    }

    /// <summary>Takes what the stream has, up to so many bytes in all.</summary>
    /// <returns>False when the stream ended before.</returns>
    public async ValueTask<bool> FillAsync(Stream source, long most, CancellationToken cancellationToken)
    {
        while (Length < most)
        {
            Memory<byte> free = Free();
            int read = await source.ReadAsync(free[..(int)Math.Min(free.Length, most - Length)], cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return false;
            Length += read;
        }
        return true;
    }

    /// <summary>What was written, in pieces.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(long offset, long count)
    {
        for (long end = offset + count; offset < end;)
        {
            (int segment, int start) = Place(offset);
            int size = (int)Math.Min(end - offset, SegmentBytes - start);
            yield return _segments[segment].AsMemory(start, size);
            offset += size;
        }
    }

    public HttpContent Content(long offset, long count) => new BufferContent(this, offset, count);

    private Memory<byte> Free()
    {
        (int segment, int start) = Place(Length);
        if (segment == _segments.Count)
            _segments.Add(GC.AllocateUninitializedArray<byte>(SegmentBytes));
        return _segments[segment].AsMemory(start);
    }

    private static (int Segment, int Start) Place(long offset) => ((int)(offset / SegmentBytes), (int)(offset % SegmentBytes));

    private sealed class BufferContent(PartBuffer buffer, long offset, long count) : SectionContent(count)
    {
        protected override async Task WriteAsync(Stream target, CancellationToken cancellationToken)
        {
            foreach (ReadOnlyMemory<byte> piece in buffer.Pieces(offset, Count))
                await target.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }
    }
}
