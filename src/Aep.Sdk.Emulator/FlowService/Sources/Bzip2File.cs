using SharpCompress.Common;
using SharpCompress.Compressors;
using SharpCompress.Compressors.BZip2;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>Unpacks bzip2 files, of one part or several.</summary>
internal static class Bzip2File
{
    /// <exception cref="InvalidOperationException">It is no bzip2 file, or not all of one.</exception>
    public static async Task UnpackAsync(string file, string plain, CancellationToken cancellationToken)
    {
        await using FileStream packed = File.OpenRead(file);
        await using FileStream target = File.Create(plain);
        try
        {
            await using BZip2Stream content = await BZip2Stream.CreateAsync(
                packed, CompressionMode.Decompress, decompressConcatenated: true, cancellationToken: cancellationToken);
            await content.CopyToAsync(target, cancellationToken);
        }
        catch (SharpCompressException exception)
        {
            throw new InvalidOperationException($"The file is not a bzip2 file, or not all of one: {exception.Message}", exception);
        }
    }
}
