using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace Aep.Sdk.Emulator.Tests.S3Storage;

/// <summary>The landing zone in its S3 flavour, spoken to with Amazon's own client.</summary>
public sealed class S3ProtocolTests(S3Zone zone) : IClassFixture<S3Zone>
{
    [Theory]
    [InlineData(0, true, false)]
    [InlineData(10, true, false)]
    [InlineData(300_000, true, false)] // several signed chunks
    [InlineData(300_000, false, false)] // one piece with its hash
    public async Task A_file_comes_back_as_it_went(int size, bool chunked, bool unsigned)
    {
        string key = $"{S3Zone.Folder}/folder with blank/ü+{size}{chunked}.bin";
        byte[] content = RandomNumberGenerator.GetBytes(size);
        await zone.Client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = zone.Bucket,
            Key = key,
            InputStream = new MemoryStream(content),
            UseChunkEncoding = chunked,
            DisablePayloadSigning = unsigned,
        });
        Assert.Equal(content, await ReadAsync(key));
        Assert.Equal(size, (await zone.Client.GetObjectMetadataAsync(zone.Bucket, key)).ContentLength);
    }

    [Fact]
    public async Task A_large_file_goes_in_parts()
    {
        string key = $"{S3Zone.Folder}/parts.bin";
        byte[] content = RandomNumberGenerator.GetBytes(11 << 20);
        using var transfer = new TransferUtility(zone.Client, new TransferUtilityConfig { MinSizeBeforePartUpload = 5 << 20 });
        await transfer.UploadAsync(new TransferUtilityUploadRequest
        {
            BucketName = zone.Bucket,
            Key = key,
            InputStream = new MemoryStream(content),
            PartSize = 5 << 20,
        });
        Assert.Equal(content, await ReadAsync(key));
    }

    [Fact]
    public async Task An_upload_in_parts_is_nothing_until_it_is_complete()
    {
        string key = $"{S3Zone.Folder}/aborted.bin";
        string id = (await zone.Client.InitiateMultipartUploadAsync(zone.Bucket, key)).UploadId;
        UploadPartResponse part = await zone.Client.UploadPartAsync(new UploadPartRequest
        {
            BucketName = zone.Bucket,
            Key = key,
            UploadId = id,
            PartNumber = 1,
            InputStream = new MemoryStream([1, 2, 3]),
        });
        await AssertRefusedAsync("InvalidPart", () => zone.Client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            BucketName = zone.Bucket,
            Key = key,
            UploadId = id,
            PartETags = [new PartETag(2, part.ETag)],
        }));
        await AssertRefusedAsync("NotFound", () => zone.Client.GetObjectMetadataAsync(zone.Bucket, key));
        await zone.Client.AbortMultipartUploadAsync(zone.Bucket, key, id);
        await AssertRefusedAsync("NoSuchUpload", () => zone.Client.AbortMultipartUploadAsync(zone.Bucket, key, id));
    }

    [Fact]
    public async Task What_has_arrived_of_an_upload_in_parts_is_listed()
    {
        string key = $"{S3Zone.Folder}/begun ü.bin";
        string id = (await zone.Client.InitiateMultipartUploadAsync(zone.Bucket, key)).UploadId;
        Assert.Empty((await zone.Client.ListPartsAsync(zone.Bucket, key, id)).Parts ?? []);
        UploadPartResponse sent = await zone.Client.UploadPartAsync(new UploadPartRequest
        {
            BucketName = zone.Bucket,
            Key = key,
            UploadId = id,
            PartNumber = 3,
            InputStream = new MemoryStream([1, 2, 3]),
        });

        ListMultipartUploadsResponse open =
            await zone.Client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = zone.Bucket, Prefix = key });
        MultipartUpload upload = Assert.Single(open.MultipartUploads);
        Assert.Equal((key, id), (upload.Key, upload.UploadId));
        PartDetail part = Assert.Single((await zone.Client.ListPartsAsync(zone.Bucket, key, id)).Parts);
        Assert.Equal((3, 3L, sent.ETag), (part.PartNumber, part.Size, part.ETag));

        await AssertRefusedAsync(
            "AccessDenied", () => zone.Client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = zone.Bucket }));
        await zone.Client.AbortMultipartUploadAsync(zone.Bucket, key, id);
        await AssertRefusedAsync("NoSuchUpload", () => zone.Client.ListPartsAsync(zone.Bucket, key, id));
    }

    [Fact]
    public async Task A_range_is_a_part_of_the_file()
    {
        string key = await PutAsync("range.txt", "0123456789");
        Assert.Equal("3456"u8.ToArray(), await ReadAsync(key, new ByteRange(3, 6)));
        await AssertRefusedAsync("InvalidRange", () => ReadAsync(key, new ByteRange(10, 20)));
    }

    [Fact]
    public async Task Names_are_listed_in_order_by_prefix_folder_and_page()
    {
        foreach (string name in new[] { "list/b/2", "list/a", "list/b/1", "list/c" })
            await PutAsync(name, name);
        string prefix = $"{S3Zone.Folder}/list/";
        List<string> all = [];
        var request = new ListObjectsV2Request { BucketName = zone.Bucket, Prefix = prefix, MaxKeys = 3 };
        ListObjectsV2Response page;
        do
        {
            page = await zone.Client.ListObjectsV2Async(request);
            all.AddRange(page.S3Objects.Select(item => item.Key[prefix.Length..]));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        Assert.Equal(["a", "b/1", "b/2", "c"], all);

        ListObjectsV2Response level =
            await zone.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = zone.Bucket, Prefix = prefix, Delimiter = "/" });
        Assert.Equal(["a", "c"], level.S3Objects.Select(item => item.Key[prefix.Length..]));
        Assert.Equal([$"{prefix}b/"], level.CommonPrefixes);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_one_or_many()
    {
        string one = await PutAsync("gone/1", "1"), two = await PutAsync("gone/2", "2"), three = await PutAsync("gone/3", "3");
        await zone.Client.DeleteObjectAsync(zone.Bucket, one);
        await zone.Client.DeleteObjectAsync(zone.Bucket, one);
        await zone.Client.DeleteObjectsAsync(
            new DeleteObjectsRequest { BucketName = zone.Bucket, Objects = [new() { Key = two }, new() { Key = three }] });
        ListObjectsV2Response left =
            await zone.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = zone.Bucket, Prefix = $"{S3Zone.Folder}/gone/" });
        Assert.Empty(left.S3Objects ?? []);
        await AssertRefusedAsync("NoSuchKey", () => ReadAsync(one));
    }

    [Fact]
    public async Task A_file_is_not_overwritten_when_the_caller_says_so()
    {
        string key = await PutAsync("once.txt", "1");
        await AssertRefusedAsync("PreconditionFailed", () => zone.Client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = zone.Bucket,
            Key = key,
            ContentBody = "2",
            IfNoneMatch = "*",
        }));
        Assert.Equal("1"u8.ToArray(), await ReadAsync(key));
    }

    [Fact]
    public async Task A_copy_is_what_its_source_is()
    {
        string key = await PutAsync("copy/from ü+.txt", "content");
        CopyObjectResponse copied = await zone.Client.CopyObjectAsync(zone.Bucket, key, zone.Bucket, $"{S3Zone.Folder}/copy/to.txt");
        Assert.Equal("content"u8.ToArray(), await ReadAsync($"{S3Zone.Folder}/copy/to.txt"));
        Assert.Equal(copied.ETag, (await zone.Client.GetObjectMetadataAsync(zone.Bucket, $"{S3Zone.Folder}/copy/to.txt")).ETag);

        await AssertRefusedAsync("InvalidRequest", () => zone.Client.CopyObjectAsync(zone.Bucket, key, zone.Bucket, key));
        await AssertRefusedAsync("NoSuchKey", () => zone.Client.CopyObjectAsync(zone.Bucket, key + "x", zone.Bucket, key + "y"));
        await AssertRefusedAsync("AccessDenied",
            () => zone.Client.CopyObjectAsync(zone.Bucket, "dlz-destination/x", zone.Bucket, key + "y"));
        await AssertRefusedAsync("PreconditionFailed", () => zone.Client.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = zone.Bucket,
            SourceKey = key,
            DestinationBucket = zone.Bucket,
            DestinationKey = key + "y",
            ETagToMatch = "\"another\"",
        }));
        await AssertRefusedAsync("NotFound", () => zone.Client.GetObjectMetadataAsync(zone.Bucket, key + "y"));
    }

    [Fact]
    public async Task The_first_version_of_the_listing_pages_by_names()
    {
        foreach (string name in new[] { "first/b/2", "first/a", "first/b/1", "first/c", "first/d/1" })
            await PutAsync(name, name);
        string prefix = $"{S3Zone.Folder}/first/";
        List<string> all = [], folded = [];
        var request = new ListObjectsRequest { BucketName = zone.Bucket, Prefix = prefix, MaxKeys = 2 };
        ListObjectsResponse page;
        do
        {
            page = await zone.Client.ListObjectsAsync(request);
            all.AddRange(page.S3Objects.Select(item => item.Key[prefix.Length..]));
            request.Marker = page.S3Objects[^1].Key; // without a delimiter the answer names no marker
        }
        while (page.IsTruncated == true);
        Assert.Equal(["a", "b/1", "b/2", "c", "d/1"], all);

        request = new ListObjectsRequest { BucketName = zone.Bucket, Prefix = prefix, Delimiter = "/", MaxKeys = 1 };
        do
        {
            page = await zone.Client.ListObjectsAsync(request);
            folded.AddRange((page.S3Objects ?? []).Select(item => item.Key[prefix.Length..]));
            folded.AddRange((page.CommonPrefixes ?? []).Select(name => name[prefix.Length..]));
            request.Marker = page.NextMarker;
        }
        while (page.IsTruncated == true);
        Assert.Equal(["a", "b/", "c", "d/"], folded);
    }

    [Fact]
    public async Task Parts_that_come_in_any_order_make_the_file_in_theirs()
    {
        string key = $"{S3Zone.Folder}/unordered.bin";
        byte[][] parts = [.. new[] { 5 << 20, 5 << 20, 10 }.Select(RandomNumberGenerator.GetBytes)];
        string id = (await zone.Client.InitiateMultipartUploadAsync(zone.Bucket, key)).UploadId;
        var tags = new List<PartETag>();
        foreach (int number in new[] { 3, 1, 2, 1 }) // the first one twice: the last counts
        {
            UploadPartResponse sent = await zone.Client.UploadPartAsync(new UploadPartRequest
            {
                BucketName = zone.Bucket,
                Key = key,
                UploadId = id,
                PartNumber = number,
                InputStream = new MemoryStream(parts[number - 1]),
            });
            tags.RemoveAll(tag => tag.PartNumber == number);
            tags.Add(new PartETag(number, sent.ETag));
        }
        var complete = new CompleteMultipartUploadRequest { BucketName = zone.Bucket, Key = key, UploadId = id };
        complete.PartETags = [.. tags.OrderBy(tag => tag.PartNumber)];
        await zone.Client.CompleteMultipartUploadAsync(complete);
        Assert.Equal(parts.SelectMany(part => part), await ReadAsync(key));
        await AssertRefusedAsync("NoSuchUpload", () => zone.Client.CompleteMultipartUploadAsync(complete));
    }

    internal static async Task AssertRefusedAsync(string code, Func<Task> act)
    {
        AmazonS3Exception exception = await Assert.ThrowsAnyAsync<AmazonS3Exception>(act);
        Assert.Equal(code, exception.ErrorCode);
    }

    private async Task<string> PutAsync(string name, string text)
    {
        string key = $"{S3Zone.Folder}/{name}";
        await zone.Client.PutObjectAsync(new PutObjectRequest { BucketName = zone.Bucket, Key = key, ContentBody = text });
        return key;
    }

    private async Task<byte[]> ReadAsync(string key, ByteRange? range = null)
    {
        using GetObjectResponse response =
            await zone.Client.GetObjectAsync(new GetObjectRequest { BucketName = zone.Bucket, Key = key, ByteRange = range });
        using var content = new MemoryStream();
        await response.ResponseStream.CopyToAsync(content);
        return content.ToArray();
    }
}
