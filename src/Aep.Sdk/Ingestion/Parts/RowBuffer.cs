using System.Net;

namespace Aep.Sdk.Ingestion;

/// <summary>Grows in segments of one size that are kept for the next file: no large arrays come and go, and nothing is copied when it grows.</summary>
internal sealed class RowBuffer
{
    private const int SegmentBytes = 256 * 1024;

    private readonly List<byte[]> _segments = [];

    public long Length { get; private set; }

    public void Clear() => Length = 0;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            (int segment, int start) = Place(Length);
            if (segment == _segments.Count)
                _segments.Add(GC.AllocateUninitializedArray<byte>(SegmentBytes));
            int count = Math.Min(bytes.Length, SegmentBytes - start);
            bytes[..count].CopyTo(_segments[segment].AsSpan(start));
            bytes = bytes[count..];
            Length += count;
        }
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

    private static (int Segment, int Start) Place(long offset) => ((int)(offset / SegmentBytes), (int)(offset % SegmentBytes));

    private sealed class BufferContent(RowBuffer buffer, long offset, long count) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            foreach (ReadOnlyMemory<byte> piece in buffer.Pieces(offset, count))
                await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = count;
            return true;
        }
    }
}
