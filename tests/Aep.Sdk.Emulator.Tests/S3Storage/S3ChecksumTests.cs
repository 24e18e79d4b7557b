using System.IO.Hashing;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace Aep.Sdk.Emulator.Tests.S3Storage;

/// <summary>The checksums that S3 keeps with its objects, asked with Amazon's own client.</summary>
public sealed class S3ChecksumTests(S3Zone zone) : IClassFixture<S3Zone>
{
    private const int Part = 5 << 20;

    [Fact]
    public async Task An_object_has_the_checksum_that_its_client_chose_or_the_usual_one()
    {
        byte[] content = RandomNumberGenerator.GetBytes(100_000);
        string sha = Convert.ToBase64String(SHA256.HashData(content));
        PutObjectResponse put = await zone.Client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = zone.Bucket,
            Key = Key("chosen"),
            InputStream = new MemoryStream(content),
            ChecksumSHA256 = sha,
            ContentType = "text/csv",
        });
        Assert.Equal(sha, put.ChecksumSHA256);
        GetObjectMetadataResponse chosen = await HeadAsync("chosen");
        Assert.Equal((sha, null, ChecksumType.FULL_OBJECT), (chosen.ChecksumSHA256, chosen.ChecksumCRC64NVME, chosen.ChecksumType));

        using HttpResponseMessage plain = await new HttpClient().PutAsync(
            new Uri(zone.Client.GetPreSignedURL(new GetPreSignedUrlRequest
            {
                BucketName = zone.Bucket,
                Key = Key("plain"),
                Verb = HttpVerb.PUT,
                Expires = DateTime.UtcNow.AddMinutes(5),
                Protocol = Protocol.HTTP,
            })),
            new ByteArrayContent(content));
        plain.EnsureSuccessStatusCode();
        Assert.Equal(Crc64(content), (await HeadAsync("plain")).ChecksumCRC64NVME);
        Assert.Null((await zone.Client.GetObjectMetadataAsync(zone.Bucket, Key("plain"))).ChecksumCRC64NVME); // not asked for

        await zone.Client.CopyObjectAsync(zone.Bucket, Key("chosen"), zone.Bucket, Key("copy"));
        Assert.Equal(sha, (await HeadAsync("copy")).ChecksumSHA256);
    }

    [Fact]
    public async Task An_object_that_the_platform_wrote_has_the_usual_one()
    {
        byte[] content = RandomNumberGenerator.GetBytes(100_000);
        string file = Path.Combine(zone.DataFolder, "landing-zone", zone.Bucket, S3Zone.Folder, "checksums", "made");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, content);
        Assert.Equal(Crc64(content), (await HeadAsync("made")).ChecksumCRC64NVME);
        using GetObjectResponse read = await zone.Client.GetObjectAsync(zone.Bucket, Key("made")); // the client checks it, too
        using var back = new MemoryStream();
        await read.ResponseStream.CopyToAsync(back);
        Assert.Equal(content, back.ToArray());
    }

    [Fact]
    public async Task The_checksum_of_parts_is_one_of_the_whole()
    {
        byte[] content = RandomNumberGenerator.GetBytes(Part + 1000);
        (string id, List<PartETag> parts) = await UploadAsync("whole", content, ChecksumAlgorithm.CRC64NVME, ChecksumType.FULL_OBJECT);
        ListPartsResponse listed = await zone.Client.ListPartsAsync(zone.Bucket, Key("whole"), id);
        Assert.Equal([Crc64(content[..Part]), Crc64(content[Part..])], listed.Parts.Select(part => part.ChecksumCRC64NVME));
        MultipartUpload open = Assert.Single((await zone.Client.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = zone.Bucket, Prefix = Key("whole") })).MultipartUploads);
        Assert.Equal((ChecksumAlgorithm.CRC64NVME, ChecksumType.FULL_OBJECT), (open.ChecksumAlgorithm, open.ChecksumType));

        CompleteMultipartUploadRequest Complete(string checksum, long size) => new()
        {
            BucketName = zone.Bucket,
            Key = Key("whole"),
            UploadId = id,
            PartETags = parts,
            ChecksumCRC64NVME = checksum,
            ChecksumType = ChecksumType.FULL_OBJECT,
            MpuObjectSize = size,
        };
        await S3ProtocolTests.AssertRefusedAsync(
            "BadDigest", () => zone.Client.CompleteMultipartUploadAsync(Complete(Crc64(content[1..]), content.Length)));
        await S3ProtocolTests.AssertRefusedAsync(
            "InvalidRequest", () => zone.Client.CompleteMultipartUploadAsync(Complete(Crc64(content), content.Length - 1)));
        await S3ProtocolTests.AssertRefusedAsync("NotFound", () => HeadAsync("whole"));
        CompleteMultipartUploadResponse made = await zone.Client.CompleteMultipartUploadAsync(Complete(Crc64(content), content.Length));

        Assert.Equal((Crc64(content), ChecksumType.FULL_OBJECT), (made.ChecksumCRC64NVME, made.ChecksumType));
        GetObjectMetadataResponse found = await HeadAsync("whole");
        Assert.Equal((Crc64(content), ChecksumType.FULL_OBJECT), (found.ChecksumCRC64NVME, found.ChecksumType));
        Assert.Equal("me", found.Metadata["owner"]);
    }

    [Fact]
    public async Task Of_other_algorithms_it_is_one_of_the_parts()
    {
        byte[] content = RandomNumberGenerator.GetBytes(Part + 1000);
        (string id, List<PartETag> parts) = await UploadAsync("parts", content, ChecksumAlgorithm.SHA256, null);
        await zone.Client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            BucketName = zone.Bucket,
            Key = Key("parts"),
            UploadId = id,
            PartETags = parts
        });

        byte[] sums = [.. SHA256.HashData(content.AsSpan(0, Part)), .. SHA256.HashData(content.AsSpan(Part))];
        GetObjectMetadataResponse found = await HeadAsync("parts");
        Assert.Equal(
            ($"{Convert.ToBase64String(SHA256.HashData(sums))}-2", ChecksumType.COMPOSITE), (found.ChecksumSHA256, found.ChecksumType));
    }

    [Fact]
    public async Task A_part_or_type_that_does_not_fit_is_refused()
    {
        await S3ProtocolTests.AssertRefusedAsync("InvalidRequest", () => zone.Client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest
            {
                BucketName = zone.Bucket,
                Key = Key("unfit"),
                ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
                ChecksumType = ChecksumType.FULL_OBJECT,
            }));
        string id = (await zone.Client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest
        {
            BucketName = zone.Bucket,
            Key = Key("unfit"),
            ChecksumAlgorithm = ChecksumAlgorithm.CRC64NVME,
        })).UploadId;
        await S3ProtocolTests.AssertRefusedAsync("InvalidRequest", () => PartAsync("unfit", id, 1, [1], ChecksumAlgorithm.SHA1));
        await S3ProtocolTests.AssertRefusedAsync("BadDigest", () => zone.Client.UploadPartAsync(new UploadPartRequest
        {
            BucketName = zone.Bucket,
            Key = Key("unfit"),
            UploadId = id,
            PartNumber = 1,
            InputStream = new MemoryStream([1]),
            ChecksumCRC64NVME = Crc64([2]),
        }));
        Assert.Empty((await zone.Client.ListPartsAsync(zone.Bucket, Key("unfit"), id)).Parts ?? []);
    }

    private static string Key(string name) => $"{S3Zone.Folder}/checksums/{name}";

    private Task<GetObjectMetadataResponse> HeadAsync(string name) => zone.Client.GetObjectMetadataAsync(
        new GetObjectMetadataRequest { BucketName = zone.Bucket, Key = Key(name), ChecksumMode = ChecksumMode.ENABLED });

    private async Task<(string Id, List<PartETag> Parts)> UploadAsync(
        string name, byte[] content, ChecksumAlgorithm algorithm, ChecksumType? type)
    {
        var begin = new InitiateMultipartUploadRequest
        {
            BucketName = zone.Bucket,
            Key = Key(name),
            ChecksumAlgorithm = algorithm,
            ChecksumType = type
        };
        begin.Metadata["owner"] = "me";
        string id = (await zone.Client.InitiateMultipartUploadAsync(begin)).UploadId;
        List<PartETag> parts = [];
        foreach ((int number, byte[] part) in new[] { (1, content[..Part]), (2, content[Part..]) })
            parts.Add(new PartETag(number, (await PartAsync(name, id, number, part, algorithm)).ETag));
        return (id, parts);
    }

    private Task<UploadPartResponse> PartAsync(string name, string id, int number, byte[] content, ChecksumAlgorithm algorithm)
    {
        var request = new UploadPartRequest
        {
            BucketName = zone.Bucket,
            Key = Key(name),
            UploadId = id,
            PartNumber = number,
            InputStream = new MemoryStream(content),
        };
        if (algorithm == ChecksumAlgorithm.CRC64NVME)
            request.ChecksumCRC64NVME = Crc64(content); // which the client does not compute itself
        else
            request.ChecksumAlgorithm = algorithm;
        return zone.Client.UploadPartAsync(request);
    }

    // The highest byte first.
    private static string Crc64(byte[] content)
    {
        var crc = new Crc64(Crc64ParameterSet.Nvme);
        crc.Append(content);
        return Convert.ToBase64String(crc.GetCurrentHash().Reverse().ToArray());
    }
}
