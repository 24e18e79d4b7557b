using System.Buffers;
using System.Globalization;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Reads a part of a file.</summary>
internal static class BlobContent
{
    private const int BufferBytes = 1 << 17;

    /// <summary>Answers a GET with the bytes of a range, and a HEAD with how many they are.</summary>
    public static async Task AnswerAsync(HttpContext context, FileStream file, BlobRange range)
    {
        HttpResponse response = context.Response;
        response.StatusCode = range.IsPartial ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
        response.ContentLength = range.Count;
        if (range.IsPartial)
            response.Headers.ContentRange =
                string.Create(CultureInfo.InvariantCulture, $"bytes {range.Offset}-{range.Offset + range.Count - 1}/{file.Length}");
        if (HttpMethods.IsGet(context.Request.Method))
            await CopyAsync(file, range, response.Body, context.RequestAborted);
    }

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
