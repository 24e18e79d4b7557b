using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// The details of blobs, a file each. A file names the ETag that it belongs to: details of a blob that was replaced since do not count, and
/// so blob and details need not be written in one step.
/// </summary>
internal sealed class DetailFiles(DataFolder folder)
{
    public void Write(StoredBlob blob, BlobDetails details)
    {
        string file = FileOf(blob.File);
        if (details == BlobDetails.None)
        {
            File.Delete(file);
            return;
        }
        JsonObject json = details.ToJson();
        json["etag"] = blob.ETag;
        string temporary = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllText(temporary, json.ToJsonString());
        File.Move(temporary, file, overwrite: true);
    }

    public BlobDetails Read(StoredBlob blob)
    {
        string file = FileOf(blob.File);
        JsonObject? json = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) as JsonObject : null;
        return json is not null && (string?)json["etag"] == blob.ETag ? BlobDetails.Read(json) : BlobDetails.None;
    }

    public void Delete(string blobFile) => File.Delete(FileOf(blobFile));

    // The data folder may move between two starts: the path within it is what counts.
    private string FileOf(string blobFile) => Path.Combine(
        folder.Subfolder("landing-zone", "details"),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder.Path, blobFile)))) + ".json");
}
