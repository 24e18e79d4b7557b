using System.IO.Compression;
using System.Security.Cryptography;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>
/// Unpacks gzip files of which every part must be there. <see cref="GZipStream"/> takes the end of a file for the end of its content, so a
/// file that was cut off looks like a shorter one. A part of our own is therefore read behind the last one: only after a whole file does
/// it come out whole.
/// </summary>
internal static class GzipFile
{
    private static readonly byte[] Seal = RandomNumberGenerator.GetBytes(16);
    private static readonly byte[] PackedSeal = Pack(Seal);

    /// <exception cref="InvalidOperationException">It is no gzip file, or ends too early.</exception>
    public static async Task UnpackAsync(string file, string plain, CancellationToken cancellationToken)
    {
        await using FileStream packed = File.OpenRead(file);
        if (packed.Length == 0)
            throw new InvalidOperationException("The file is not a gzip file: it is empty.");
        await using FileStream target = File.Create(plain);
        try
        {
            await using var content = new GZipStream(new SealedStream(packed, PackedSeal), CompressionMode.Decompress);
            await UnpackedContent.WriteAsync(content, target, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidOperationException($"The file is not a gzip file, or not all of one: {exception.Message}", exception);
        }
        if (!await TakeOffAsync(target, cancellationToken))
            throw new InvalidOperationException("The gzip file ends before its content does: it was cut off.");
    }

    /// <summary>A gzip file without content.</summary>
    public static ReadOnlyMemory<byte> Empty { get; } = new byte[] { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0 };

    private static async Task<bool> TakeOffAsync(FileStream target, CancellationToken cancellationToken)
    {
        long length = target.Length - Seal.Length;
        if (length < 0)
            return false;
        target.Position = length;
        byte[] end = new byte[Seal.Length];
        await target.ReadExactlyAsync(end, cancellationToken);
        target.SetLength(length);
        return end.AsSpan().SequenceEqual(Seal);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }
}
