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
    /// <summary>Where the checksum of a whole file is kept: S3's own is one of its parts' checksums.</summary>
    internal const string Md5Header = "x-amz-meta-md5";

    private readonly AmazonS3Client _s3;
    private readonly string _bucket;
    private readonly string _folder;

    public S3Store(AwsLandingZone zone, HttpClient http, LandingZoneOptions options)
    {
        _s3 = S3Clients.Create(zone, http, options);
        _bucket = zone.BucketName;
        _folder = string.IsNullOrEmpty(zone.Folder) ? "" : zone.Folder.Trim('/') + "/";
    }

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
        GetObjectMetadataResponse found = await _s3.GetObjectMetadataAsync(_bucket, Key(path), cancellationToken).ConfigureAwait(false);
        string? md5 = found.Metadata[Md5Header];
        return new StoredFile(found.ContentLength, found.ETag, string.IsNullOrEmpty(md5) ? null : Convert.FromHexString(md5));
    });

    public Task<Stream> ReadAsync(string path, StoredFile file, long offset, CancellationToken cancellationToken) =>
        S3Errors.GuardAsync("read", path, async () =>
    {
        var request = new GetObjectRequest { BucketName = _bucket, Key = Key(path), EtagToMatch = file.Version };
        if (offset > 0) request.ByteRange = new ByteRange(string.Create(CultureInfo.InvariantCulture, $"bytes={offset}-"));
        return (await _s3.GetObjectAsync(request, cancellationToken).ConfigureAwait(false)).ResponseStream;
    });

    public Task PutAsync(string path, ReadOnlyMemory<byte> content, byte[] md5, CancellationToken cancellationToken) =>
        S3Errors.GuardAsync("write", path, () =>
    {
        var request = new PutObjectRequest
        {
            BucketName = _bucket,
            Key = Key(path),
            InputStream = new MemoryStream(content.ToArray()),
            MD5Digest = Convert.ToBase64String(md5),
            UseChunkEncoding = false,
        };
        request.Metadata[Md5Header] = Convert.ToHexString(md5);
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
