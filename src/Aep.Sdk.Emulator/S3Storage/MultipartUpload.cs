using System.Globalization;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>An upload in parts that is not complete yet.</summary>
internal sealed record MultipartUpload(string Id, string Key, string Folder)
{
    /// <summary>When it began, UTC.</summary>
    public DateTime Initiated => Directory.GetCreationTimeUtc(Folder);

    public string PartFile(int number) => Path.Combine(Folder, number.ToString("D5", CultureInfo.InvariantCulture));

    /// <summary>The parts that have arrived, in order.</summary>
    public IEnumerable<(int Number, FileInfo File)> Parts() => new DirectoryInfo(Folder).EnumerateFiles()
        .Where(file => file.Name.All(char.IsAsciiDigit)).OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => (int.Parse(file.Name, CultureInfo.InvariantCulture), file));
}
