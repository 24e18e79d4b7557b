using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>Unpacks the files of a ZIP archive. Their names do not count: none can lead out of the folder.</summary>
internal static class ZipPackage
{
    /// <exception cref="InvalidOperationException">It is no ZIP archive, or a file in it is damaged.</exception>
    public static async Task<IReadOnlyList<string>> UnpackAsync(string file, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using ZipArchive archive = await ZipFile.OpenReadAsync(file, cancellationToken);
            List<string> files = [];
            foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.Length > 0))
            {
                string plain = Path.Combine(folder, files.Count.ToString("D6", CultureInfo.InvariantCulture));
                await UnpackAsync(entry, plain, cancellationToken);
                files.Add(plain);
            }
            return files;
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidOperationException($"The file is not a zip file, or not all of one: {exception.Message}", exception);
        }
    }

    private static async Task UnpackAsync(ZipArchiveEntry entry, string plain, CancellationToken cancellationToken)
    {
        await using FileStream target = File.Create(plain);
        await using (Stream content = await entry.OpenAsync(cancellationToken))
            await content.CopyToAsync(target, cancellationToken);
        target.Position = 0;
        var checksum = new Crc32();
        await checksum.AppendAsync(target, cancellationToken);
        if (checksum.GetCurrentHashAsUInt32() != entry.Crc32)
            throw new InvalidDataException($"{entry.FullName} has another checksum.");
    }
}
