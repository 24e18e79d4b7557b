using System.Buffers;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Reads a part of a file.</summary>
internal static class BlobContent
{
    private const int BufferBytes = 1 << 17;

    public static Task CopyAsync(FileStream file, BlobRange range, Stream target, CancellationToken cancellationToken) =>
        ReadAsync(file, range, part => target.WriteAsync(part, cancellationToken), cancellationToken);

    /// <summary>Hands the bytes over piece by piece; a piece is good until the next one comes.</summary>
    public static async Task ReadAsync(
        FileStream file, BlobRange range, Func<ReadOnlyMemory<byte>, ValueTask> take, CancellationToken cancellationToken)
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
                await take(buffer.AsMemory(0, count));
                left -= count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
