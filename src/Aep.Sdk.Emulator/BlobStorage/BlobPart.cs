using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>A part of a file, as a stream.</summary>
internal sealed class BlobPart(FileStream file, BlobRange range) : ReadingStream
{
    private long _done;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        file.Position = range.Offset + _done;
        int count = await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, range.Count - _done)], cancellationToken);
        _done += count;
        return count;
    }
}
