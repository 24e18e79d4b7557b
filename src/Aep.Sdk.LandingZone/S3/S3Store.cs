using System.Globalization;
using System.Net;
using Aep.Sdk.LandingZones.Transfer;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Aep.Sdk.LandingZones.S3;

/// <summary>A landing zone in a folder of an Amazon S3 bucket.</summary>
internal sealed class S3Store : ILandingZoneStore
{
    private readonly AmazonS3Client _s3;
    private readonly string _bucket;
    private readonly string _folder;

    public S3Store(AwsLandingZone zone, HttpClient http, LandingZoneOptions options)
    {
        _s3 = S3Clients.Create(zone, http, options);
        _bucket = zone.BucketName;
        _folder = string.IsNullOrEmpty(zone.Folder) ? "" : zone.Folder.Trim('/') + "/";
    }

    /// <summary>The only one of S3's that is always of the whole object, also when it comes in parts.</summary>
    public ChecksumKind Checksums => ChecksumKind.Crc64Nvme;

    public Task<AepPage<LandingZoneFile>> ListAsync(string prefix, string? token, int? size, CancellationToken cancellationToken) =>
        S3Errors.GuardAsync("list", prefix, async () =>
    {
        var request =
            new ListObjectsV2Request { BucketName = _bucket, Prefix = _folder + prefix, ContinuationToken = token, MaxKeys = size };
        ListObjectsV2Response page = await _s3.ListObjectsV2Async(request, cancellationToken).ConfigureAwait(false);
        IEnumerable<LandingZoneFile> files =
            (page.S3Objects ?? []).Select(item => new LandingZoneFile(item.Key[_folder.Length..], item.Size ?? 0, Time(item.LastModified)));
        return new AepPage<LandingZoneFile>(
            [.. files], string.IsNullOrEmpty(page.NextContinuationToken) ? null : page.NextContinuationToken);
    });

    public Task<StoredFile> FindAsync(string path, CancellationToken cancellationToken) => S3Errors.GuardAsync("read", path, async () =>
    {
        var request =
            new GetObjectMetadataRequest { BucketName = _bucket, Key = Key(path), ChecksumMode = ChecksumMode.ENABLED };
        GetObjectMetadataResponse found = await _s3.GetObjectMetadataAsync(request, cancellationToken).ConfigureAwait(false);
        return new StoredFile(found.ContentLength, found.ETag, S3Checksums.Of(found));
    });

    public Task<Stream> ReadAsync(string path, StoredFile file, long offset, CancellationToken cancellationToken) =>
        S3Errors.GuardAsync("read", path, async () =>
    {
        // With a range always: else Amazon's client holds the ETag of some files against what it reads, with an error of its own.
        var request = new GetObjectRequest
        {
            BucketName = _bucket,
            Key = Key(path),
            EtagToMatch = file.Version,
            ByteRange = new ByteRange(string.Create(CultureInfo.InvariantCulture, $"bytes={offset}-")),
        };
        return (await _s3.GetObjectAsync(request, cancellationToken).ConfigureAwait(false)).ResponseStream;
    });

    public Task PutAsync(string path, ReadOnlyMemory<byte> content, byte[] checksum, CancellationToken cancellationToken) =>
        S3Errors.GuardAsync("write", path, () =>
    {
        var request = new PutObjectRequest
        {
            BucketName = _bucket,
            Key = Key(path),
            InputStream = new MemoryStream(content.ToArray()),
            ChecksumCRC64NVME = Convert.ToBase64String(checksum),
            UseChunkEncoding = false,
        };
        return _s3.PutObjectAsync(request, cancellationToken);
    });

    public Task<IBlockUpload> BeginAsync(string path, CancellationToken cancellationToken) =>
        S3BlockUpload.BeginAsync(_s3, _bucket, Key(path), path, cancellationToken);

    public Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        S3Errors.GuardAsync("delete", path, () => _s3.DeleteObjectAsync(_bucket, Key(path), cancellationToken));

    public bool HasBrokenOff(Exception exception) =>
        exception is IOException or HttpRequestException or AmazonClientException { InnerException: not null }
        or AepRequestException { IsTransient: true } or AmazonServiceException { StatusCode: 0 or HttpStatusCode.ServiceUnavailable };

    public void Dispose() => _s3.Dispose();

    private string Key(string path) => _folder + FilePath.Clean(path);

    private static DateTimeOffset? Time(DateTime? time) =>
        time is { } value ? new DateTimeOffset(value.ToUniversalTime(), TimeSpan.Zero) : null;
}
