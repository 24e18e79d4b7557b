namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>An upload in parts that is not complete yet.</summary>
internal sealed record MultipartUpload(string Id, string Key, string Folder)
{
    public string PartFile(int number) => Path.Combine(Folder, number.ToString("D5", System.Globalization.CultureInfo.InvariantCulture));
}
