using System.Formats.Tar;
using System.Globalization;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>Unpacks the files of a tar archive. Their names do not count: none can lead out of the folder.</summary>
internal static class TarPackage
{
    private const int BlockBytes = 512, EndBytes = 2 * BlockBytes;

    /// <exception cref="InvalidOperationException">It is no tar archive, or not all of one.</exception>
    public static async Task<IReadOnlyList<string>> UnpackAsync(string file, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream packed = File.OpenRead(file);
            await CheckEndAsync(packed, cancellationToken);
            await using var archive = new TarReader(packed);
            List<string> files = [];
            while (await archive.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                    continue;
                string plain = Path.Combine(folder, files.Count.ToString("D6", CultureInfo.InvariantCulture));
                await entry.ExtractToFileAsync(plain, overwrite: false, cancellationToken);
                files.Add(plain);
            }
            return files;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new InvalidOperationException($"The file is not a tar file, or not all of one: {exception.Message}", exception);
        }
    }

    // The reader takes the end of the file for the end of the archive; an archive that is whole says itself where it ends.
    private static async Task CheckEndAsync(FileStream packed, CancellationToken cancellationToken)
    {
        if (packed.Length < EndBytes || packed.Length % BlockBytes != 0)
            throw new InvalidDataException("it does not consist of whole blocks.");
        byte[] end = new byte[EndBytes];
        packed.Position = packed.Length - EndBytes;
        await packed.ReadExactlyAsync(end, cancellationToken);
        if (end.AsSpan().ContainsAnyExcept((byte)0))
            throw new InvalidDataException("its end is missing.");
        packed.Position = 0;
    }
}
