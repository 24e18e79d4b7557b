using System.Net;

namespace Aep.Sdk.Benchmarks;

/// <summary>A block again and again, so many bytes of it in all.</summary>
internal sealed class BlockContent(byte[] block, long bytes) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (long left = bytes; left > 0; left -= block.Length)
            await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes;
        return true;
    }
}
