using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>
/// Where exports go: the landing zone, or for the other clouds a folder of the data directory that stands for them,
/// <c>destinations/{sandbox}/{cloud}/{bucket or container}/…</c>.
/// </summary>
internal sealed class CloudFolders(DataFolder folder, BlobStore blobs, StorageAccounts accounts)
{
    /// <summary>The clouds by connection spec, and the parameter that names their bucket.</summary>
    private static readonly Dictionary<string, (string Name, string? Bucket)> Clouds = new()
    {
        [SpecCatalog.AmazonS3] = ("amazon-s3", "bucketName"),
        [SpecCatalog.AzureBlob] = ("azure-blob", "container"),
        [SpecCatalog.AzureDataLake] = ("adls-gen2", null),
        [SpecCatalog.GoogleCloudStorage] = ("google-cloud-storage", "bucketName"),
        [SpecCatalog.Sftp] = ("sftp", null),
    };

    /// <summary>Refuses a target connection whose path leads out of its folder, or that names no bucket.</summary>
    public static void Check(JsonObject target)
    {
        string path = FolderOf(target);
        if (path.Split('/', '\\').Any(segment => segment is "." or "..") || path.Any(char.IsControl))
            throw FlowErrors.Invalid($"params.path '{path}' must not leave the folder.");
        if (Clouds.TryGetValue(Spec(target), out (string Name, string? Bucket) cloud) && cloud.Bucket is { } member
            && !IsName(target["params"]?[member]?.ToString()))
            throw FlowErrors.Invalid($"params.{member} must name a bucket or container: letters, digits, dots, hyphens and underscores.");
    }

    /// <summary>The folder that a target connection names: <c>path</c>, or <c>remotePath</c> of SFTP.</summary>
    public static string FolderOf(JsonObject target) =>
        (target["params"]?["path"] ?? target["params"]?["remotePath"])?.ToString().Trim('/') ?? "";

    /// <summary>Whether a folder holds files.</summary>
    public bool IsTaken(Sandbox sandbox, JsonObject target, string name) => PlaceOf(sandbox, target, name) is { } place
        ? Directory.Exists(place)
        : blobs.List(accounts.Of(sandbox).Name, BlobStore.DestinationContainer, name + "/").Count > 0;

    /// <summary>Moves a finished file to its place, in one step; it takes the place of one of the same name.</summary>
    public void Publish(Sandbox sandbox, JsonObject target, string name, string file)
    {
        if (PlaceOf(sandbox, target, name) is { } place)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }
        else
        {
            blobs.Publish(accounts.Of(sandbox).Name, BlobStore.DestinationContainer, name, file);
        }
    }

    /// <summary>Takes a file back that was moved to its place.</summary>
    public void Withdraw(Sandbox sandbox, JsonObject target, string name, string file)
    {
        if (PlaceOf(sandbox, target, name) is { } place)
            File.Move(place, file);
        else
            blobs.Withdraw(accounts.Of(sandbox).Name, BlobStore.DestinationContainer, name, file);
    }

    /// <returns>Null when the place is in the landing zone.</returns>
    private string? PlaceOf(Sandbox sandbox, JsonObject target, string name)
    {
        if (!Clouds.TryGetValue(Spec(target), out (string Name, string? Bucket) cloud))
            return null;
        string bucket = cloud.Bucket is null ? "" : target["params"]![cloud.Bucket]!.ToString();
        return Path.Combine(
            [folder.Subfolder("destinations", sandbox.Name, cloud.Name, bucket), .. BlobPath.Of(name)]);
    }

    private static string Spec(JsonObject target) => (string?)target["connectionSpec"]?["id"] ?? "";

    private static bool IsName(string? name) => name is { Length: > 0 and < 64 } && char.IsAsciiLetterOrDigit(name[0])
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
