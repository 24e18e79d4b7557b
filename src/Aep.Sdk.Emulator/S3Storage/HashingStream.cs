using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>Content that is summed up while it is read.</summary>
internal sealed class HashingStream(Stream content, ContentHash hash) : ReadingStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await content.ReadAsync(buffer, cancellationToken);
        hash.Append(buffer.Span[..count]);
        return count;
    }
}
