using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>An upload in parts that is not complete yet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Bucket">The bucket of the object.</param>
/// <param name="Key">The key of the object.</param>
/// <param name="Folder">The folder of its parts.</param>
/// <param name="Request">What its client asked for.</param>
internal sealed record MultipartUpload(string Id, string Bucket, string Key, string Folder, MultipartRequest Request)
{
    private const string RequestFile = "upload.json";

    /// <summary>When it began, UTC.</summary>
    public DateTime Initiated => Directory.GetCreationTimeUtc(Folder);

    /// <summary>Reads one from its folder; null when none is there.</summary>
    public static MultipartUpload? Read(string folder)
    {
        string file = Path.Combine(folder, RequestFile);
        if (!File.Exists(file))
            return null;
        JsonObject json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        return new MultipartUpload(
            Path.GetFileName(folder), (string)json["bucket"]!, (string)json["key"]!, folder, MultipartRequest.Read(json));
    }

    public void Write()
    {
        Directory.CreateDirectory(Folder);
        JsonObject json = Request.ToJson();
        (json["bucket"], json["key"]) = (Bucket, Key);
        File.WriteAllText(Path.Combine(Folder, RequestFile), json.ToJsonString());
    }

    public string PartFile(int number) => Path.Combine(Folder, number.ToString("D5", CultureInfo.InvariantCulture));

    /// <summary>The parts that have arrived, in order.</summary>
    public IEnumerable<(int Number, FileInfo File)> Parts() => new DirectoryInfo(Folder).EnumerateFiles()
        .Where(file => file.Name.All(char.IsAsciiDigit)).OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => (int.Parse(file.Name, CultureInfo.InvariantCulture), file));
}
