using System.IO.Compression;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>
/// Unpacks files of DEFLATE alone (RFC 1951), which have no checksum. <see cref="DeflateStream"/> takes the end of a file for the end of
/// its content; more than it reads at a time is put behind the file, and when all of that is gone, the content had no end of its own.
/// </summary>
internal static class DeflateFile
{
    private static readonly byte[] Behind = new byte[1 << 16];

    /// <exception cref="InvalidOperationException">It is no such file, or ends too early.</exception>
    public static async Task UnpackAsync(string file, string plain, CancellationToken cancellationToken)
    {
        await using FileStream packed = File.OpenRead(file);
        await using FileStream target = File.Create(plain);
        var whole = new SealedStream(packed, Behind);
        try
        {
            await using var content = new DeflateStream(whole, CompressionMode.Decompress);
            await UnpackedContent.WriteAsync(content, target, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidOperationException($"The file is not a deflate file, or not all of one: {exception.Message}", exception);
        }
        if (whole.IsUsedUp)
            throw new InvalidOperationException("The deflate file ends before its content does: it was cut off.");
    }
}
