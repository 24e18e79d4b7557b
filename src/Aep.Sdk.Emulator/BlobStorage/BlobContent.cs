using System.Buffers;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Sends a part of a file.</summary>
internal static class BlobContent
{
    private const int BufferBytes = 1 << 17;

    public static async Task CopyAsync(FileStream file, BlobRange range, Stream target, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            file.Position = range.Offset;
            for (long left = range.Count; left > 0;)
            {
                int count = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken);
                if (count == 0)
                    throw new EndOfStreamException("The file has become shorter while it was read.");
                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                left -= count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
