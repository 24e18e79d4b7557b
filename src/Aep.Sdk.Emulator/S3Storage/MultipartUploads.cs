using System.Globalization;
using System.Security.Cryptography;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>Parts of uploads, one file each, until the upload is completed or aborted. They survive a restart.</summary>
internal sealed class MultipartUploads(DataFolder folder, BlobStore blobs)
{
    private const long SmallestPart = 5 * 1024 * 1024;
    private const int LastPartNumber = 10000;

    private string Root => folder.Subfolder("landing-zone", "multipart");

    public MultipartUpload Start(S3Object target, MultipartRequest request)
    {
        string id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var upload = new MultipartUpload(id, target.Bucket, target.Key, Path.Combine(Root, id), request);
        upload.Write();
        return upload;
    }

    public MultipartUpload Find(S3Object target, string id) =>
        id.All(char.IsAsciiHexDigit) && id.Length == 32 && MultipartUpload.Read(Path.Combine(Root, id)) is { } upload
            && upload.Bucket == target.Bucket && upload.Key == target.Key
            ? upload
            : throw S3Errors.NoSuchUpload();

    /// <summary>The uploads to keys that begin with a prefix, in the order of their keys.</summary>
    public IReadOnlyList<MultipartUpload> List(string bucket, string prefix) =>
        [.. Directory.EnumerateDirectories(Root).Select(MultipartUpload.Read).OfType<MultipartUpload>()
            .Where(upload => upload.Bucket == bucket && upload.Key.StartsWith(prefix, StringComparison.Ordinal))
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

    public async Task<(StoredBlob Blob, ObjectChecksum Checksum)> CompleteAsync(
        MultipartUpload upload, S3Object target, CompletedParts completed, Action<StoredBlob?>? check, CancellationToken cancellationToken)
    {
        List<string> files = [];
        int last = 0;
        foreach (CompletedPart part in completed.Parts)
        {
            string file =
                part.Number > last ? upload.PartFile(part.Number) : throw S3Errors.InvalidArgument("The parts are not in ascending order.");
            files.Add(await part.IsAsync(file, cancellationToken) ? file : throw S3Errors.InvalidPart());
            last = part.Number;
        }
        if (files.SkipLast(1).Any(file => new FileInfo(file).Length < SmallestPart))
            throw S3Errors.EntityTooSmall();
        ObjectChecksum checksum = await upload.Request.ChecksumAsync(files, cancellationToken);
        completed.Check(files.Sum(file => new FileInfo(file).Length), checksum);
        StoredBlob blob = await blobs.JoinAsync(
            target.Bucket, target.Container, target.Name, files, check, cancellationToken,
            checksum.DetailsWith(upload.Request.Metadata));
        Abort(upload);
        return (blob, checksum);
    }

    public static void Abort(MultipartUpload upload) => Directory.Delete(upload.Folder, recursive: true);

    /// <summary>The entity tag of a part: the MD5 of its content.</summary>
    public static async Task<string> TagAsync(string file, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await MD5.HashDataAsync(stream, cancellationToken));
    }
}
