using System.Net;
using Aep.Sdk.LandingZones.Transfer;
using Amazon.S3;
using Amazon.S3.Model;

namespace Aep.Sdk.LandingZones.S3;

/// <summary>A multipart upload. Parts of one that broke off are known by their ETag, which is their checksum.</summary>
internal sealed class S3BlockUpload(AmazonS3Client s3, string bucket, string key, string path, string uploadId, List<PartDetail> there)
    : IBlockUpload
{
    private readonly List<PartETag> _parts = [];

    public static async Task<IBlockUpload> BeginAsync(
        AmazonS3Client s3, string bucket, string key, string path, CancellationToken cancellationToken) =>
        await S3Errors.GuardAsync("write", path, async () =>
        {
            if (await FindAsync(s3, bucket, key, cancellationToken).ConfigureAwait(false) is not { } open)
                return new S3BlockUpload(
                    s3, bucket, key, path, await StartAsync(s3, bucket, key, cancellationToken).ConfigureAwait(false), []);
            ListPartsResponse parts = await s3.ListPartsAsync(bucket, key, open, cancellationToken).ConfigureAwait(false);
            return new S3BlockUpload(s3, bucket, key, path, open, parts.Parts ?? []);
        }).ConfigureAwait(false);

    public bool Has(int number, byte[] md5, int length)
    {
        string etag = Convert.ToHexString(md5);
        PartDetail? part = there.Find(part =>
            part.PartNumber == number + 1 && part.Size == length && string.Equals(
                part.ETag?.Trim('"'), etag, StringComparison.OrdinalIgnoreCase));
        if (part is not null) _parts.Add(new PartETag(number + 1, part.ETag));
        return part is not null;
    }

    public async Task AddAsync(int number, ReadOnlyMemory<byte> content, byte[] md5, CancellationToken cancellationToken)
    {
        var request = new UploadPartRequest
        {
            BucketName = bucket,
            Key = key,
            UploadId = uploadId,
            PartNumber = number + 1,
            PartSize = content.Length,
            InputStream = new MemoryStream(content.ToArray()),
            MD5Digest = Convert.ToBase64String(md5),
            UseChunkEncoding = false,
        };
        UploadPartResponse sent =
            await S3Errors.GuardAsync("write", path, () => s3.UploadPartAsync(request, cancellationToken)).ConfigureAwait(false);
        _parts.Add(new PartETag(number + 1, sent.ETag));
    }

    public Task CommitAsync(byte[] md5, CancellationToken cancellationToken) =>
        S3Errors.GuardAsync("write", path, () => s3.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = uploadId, PartETags = _parts },
            cancellationToken));

    private static async Task<string> StartAsync(AmazonS3Client s3, string bucket, string key, CancellationToken cancellationToken) =>
        (await s3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = bucket, Key = key },
            cancellationToken).ConfigureAwait(false)).UploadId;

    // The newest upload of this file that has not ended.
    private static async Task<string?> FindAsync(AmazonS3Client s3, string bucket, string key, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ListMultipartUploadsRequest { BucketName = bucket, Prefix = key };
            ListMultipartUploadsResponse open = await s3.ListMultipartUploadsAsync(request, cancellationToken).ConfigureAwait(false);
            return (open.MultipartUploads ?? []).Where(upload => upload.Key == key).MaxBy(upload => upload.Initiated)?.UploadId;
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.NotImplemented or HttpStatusCode.Forbidden)
        {
            return null; // the storage does not tell, or not us: then everything is sent
        }
    }
}
