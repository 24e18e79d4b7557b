using System.Net;
using Aep.Sdk.LandingZones.Transfer;
using Amazon.S3;
using Amazon.S3.Model;

namespace Aep.Sdk.LandingZones.S3;

/// <summary>
/// A multipart upload with a checksum of the whole, which S3 makes of those of the parts. Parts of an upload that broke off are known by
/// their checksums.
/// </summary>
internal sealed class S3BlockUpload(AmazonS3Client s3, string bucket, string key, string path, string uploadId, List<PartDetail> there)
    : IBlockUpload
{
    private readonly List<PartETag> _parts = [];
    private long _length;

    public static async Task<IBlockUpload> BeginAsync(
        AmazonS3Client s3, string bucket, string key, string path, CancellationToken cancellationToken) =>
        await S3Errors.GuardAsync("write", path, async () =>
        {
            if (await FindAsync(s3, bucket, key, cancellationToken).ConfigureAwait(false) is not { } open)
                return new S3BlockUpload(
                    s3, bucket, key, path, await StartAsync(s3, bucket, key, cancellationToken).ConfigureAwait(false), []);
            return new S3BlockUpload(
                s3, bucket, key, path, open, await PartsAsync(s3, bucket, key, open, cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);

    public bool Has(int number, byte[] checksum, int length)
    {
        string sum = Convert.ToBase64String(checksum);
        PartDetail? part = there.Find(part => part.PartNumber == number + 1 && part.Size == length && part.ChecksumCRC64NVME == sum);
        if (part is not null) Add(number, part.ETag, sum, length);
        return part is not null;
    }

    public async Task AddAsync(int number, ReadOnlyMemory<byte> content, byte[] checksum, CancellationToken cancellationToken)
    {
        string sum = Convert.ToBase64String(checksum);
        var request = new UploadPartRequest
        {
            BucketName = bucket,
            Key = key,
            UploadId = uploadId,
            PartNumber = number + 1,
            PartSize = content.Length,
            InputStream = new MemoryStream(content.ToArray()),
            ChecksumCRC64NVME = sum,
            UseChunkEncoding = false,
        };
        UploadPartResponse sent =
            await S3Errors.GuardAsync("write", path, () => s3.UploadPartAsync(request, cancellationToken)).ConfigureAwait(false);
        Add(number, sent.ETag, sum, content.Length);
    }

    public Task CommitAsync(byte[] checksum, CancellationToken cancellationToken)
    {
        var request = new CompleteMultipartUploadRequest
        {
            BucketName = bucket,
            Key = key,
            UploadId = uploadId,
            PartETags = _parts,
            ChecksumCRC64NVME = Convert.ToBase64String(checksum),
            ChecksumType = ChecksumType.FULL_OBJECT,
            MpuObjectSize = _length,
        };
        return S3Errors.GuardAsync("write", path, () => s3.CompleteMultipartUploadAsync(request, cancellationToken));
    }

    private void Add(int number, string etag, string checksum, int length)
    {
        _parts.Add(new PartETag(number + 1, etag) { ChecksumCRC64NVME = checksum });
        _length += length;
    }

    private static async Task<string> StartAsync(AmazonS3Client s3, string bucket, string key, CancellationToken cancellationToken)
    {
        var request = new InitiateMultipartUploadRequest
        {
            BucketName = bucket,
            Key = key,
            ChecksumAlgorithm = ChecksumAlgorithm.CRC64NVME,
            ChecksumType = ChecksumType.FULL_OBJECT,
        };
        return (await s3.InitiateMultipartUploadAsync(request, cancellationToken).ConfigureAwait(false)).UploadId;
    }

    // The newest upload of this file that has not ended, and whose parts have such checksums.
    private static async Task<string?> FindAsync(AmazonS3Client s3, string bucket, string key, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ListMultipartUploadsRequest { BucketName = bucket, Prefix = key };
            ListMultipartUploadsResponse open = await s3.ListMultipartUploadsAsync(request, cancellationToken).ConfigureAwait(false);
            return (open.MultipartUploads ?? [])
                .Where(upload => upload.Key == key && upload.ChecksumAlgorithm == ChecksumAlgorithm.CRC64NVME)
                .MaxBy(upload => upload.Initiated)?.UploadId;
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.NotImplemented or HttpStatusCode.Forbidden)
        {
            return null; // the storage does not tell, or not us: then everything is sent
        }
    }

    private static async Task<List<PartDetail>> PartsAsync(
        AmazonS3Client s3, string bucket, string key, string uploadId, CancellationToken cancellationToken)
    {
        var request = new ListPartsRequest { BucketName = bucket, Key = key, UploadId = uploadId };
        return await s3.Paginators.ListParts(request).Parts.ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
