using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>Parts of uploads, one file each, until the upload is completed or aborted. They survive a restart.</summary>
internal sealed class MultipartUploads(DataFolder folder, BlobStore blobs)
{
    private const string KeyFile = "key";
    private const long SmallestPart = 5 * 1024 * 1024;
    private const int LastPartNumber = 10000;

    private string Root => folder.Subfolder("landing-zone", "multipart");

    public string Start(string bucket, string key)
    {
        string id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Directory.CreateDirectory(Path.Combine(Root, id));
        File.WriteAllText(Path.Combine(Root, id, KeyFile), $"{bucket}/{key}");
        return id;
    }

    public MultipartUpload Find(string bucket, string key, string id)
    {
        string path = id.All(char.IsAsciiHexDigit) && id.Length == 32 ? Path.Combine(Root, id) : "";
        return path.Length > 0 && File.Exists(Path.Combine(path, KeyFile))
            && File.ReadAllText(Path.Combine(path, KeyFile)) == $"{bucket}/{key}"
            ? new MultipartUpload(id, key, path)
            : throw S3Errors.NoSuchUpload();
    }

    /// <summary>The uploads to keys that begin with a prefix, in the order of their keys.</summary>
    public IReadOnlyList<MultipartUpload> List(string bucket, string prefix) =>
        [.. new DirectoryInfo(Root).EnumerateDirectories()
            .Select(upload => (Upload: upload, Place: File.ReadAllText(Path.Combine(upload.FullName, KeyFile))))
            .Where(found => found.Place.StartsWith($"{bucket}/{prefix}", StringComparison.Ordinal))
            .Select(found => new MultipartUpload(found.Upload.Name, found.Place[(bucket.Length + 1)..], found.Upload.FullName))
            .OrderBy(upload => upload.Key, StringComparer.Ordinal).ThenBy(upload => upload.Initiated)];

    /// <returns>The part's entity tag.</returns>
    public async Task<string> WritePartAsync(MultipartUpload upload, string number, Stream content, CancellationToken cancellationToken)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int part) || part is < 1 or > LastPartNumber)
            throw S3Errors.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive.");
        string temporary = blobs.TemporaryFile();
        try
        {
            await using (FileStream target = File.Create(temporary))
                await content.CopyToAsync(target, cancellationToken);
            File.Move(temporary, upload.PartFile(part), overwrite: true);
            return await TagAsync(upload.PartFile(part), cancellationToken);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public async Task<StoredBlob> CompleteAsync(
        MultipartUpload upload, S3Object target, Stream body, Action<StoredBlob?>? check, CancellationToken cancellationToken)
    {
        List<string> files = [];
        int last = 0;
        foreach ((int number, string tag) in await ReadPartsAsync(body, cancellationToken))
        {
            string file = number > last ? upload.PartFile(number) : throw S3Errors.InvalidArgument("The parts are not in ascending order.");
            if (!File.Exists(file) || await TagAsync(file, cancellationToken) != tag)
                throw S3Errors.InvalidPart();
            files.Add(file);
            last = number;
        }
        if (files.SkipLast(1).Any(file => new FileInfo(file).Length < SmallestPart))
            throw S3Errors.EntityTooSmall();
        StoredBlob blob = await blobs.JoinAsync(target.Bucket, target.Container, target.Name, files, check, cancellationToken);
        Abort(upload);
        return blob;
    }

    public static void Abort(MultipartUpload upload) => Directory.Delete(upload.Folder, recursive: true);

    private static async Task<List<(int Number, string Tag)>> ReadPartsAsync(Stream body, CancellationToken cancellationToken)
    {
        XElement root = await S3Xml.ReadAsync(body, cancellationToken);
        try
        {
            List<(int, string)> parts = [.. root.Elements().Where(part => part.Name.LocalName == "Part").Select(part =>
                (int.Parse(S3Xml.Child(part, "PartNumber"), CultureInfo.InvariantCulture), S3Xml.Child(part, "ETag").Trim('"')))];
            return parts.Count > 0 ? parts : throw S3Errors.MalformedXml();
        }
        catch (FormatException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    /// <summary>The entity tag of a part: the MD5 of its content.</summary>
    public static async Task<string> TagAsync(string file, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await MD5.HashDataAsync(stream, cancellationToken));
    }
}
