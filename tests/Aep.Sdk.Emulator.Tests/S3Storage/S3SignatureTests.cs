using System.Net;
using System.Net.Sockets;
using System.Text;
using Aep.Sdk.Emulator.Tests.Support;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Aep.Sdk.Emulator.Tests.S3Storage;

/// <summary>Who is let in, and that a body is what was signed.</summary>
public sealed class S3SignatureTests(S3Zone zone) : IClassFixture<S3Zone>
{
    private const string Key = S3Zone.Folder + "/secret.txt";

    [Fact]
    public void The_credentials_have_the_shape_of_an_Amazon_landing_zone()
    {
        Assert.Equal("Amazon S3", (string?)zone.Answer["dlzProvider"]);
        Assert.Equal(S3Zone.Folder, (string?)zone.Answer["dlzPath"]!["dlzFolder"]);
        Assert.True((long)zone.Answer["expiryTime"]! > DateTimeOffset.UtcNow.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Without_the_session_token_nobody_gets_in()
    {
        using AmazonS3Client client = zone.Open(new BasicAWSCredentials(zone.AccessKey, zone.Secret));
        await S3ProtocolTests.AssertRefusedAsync("AccessDenied", () => client.GetObjectAsync(zone.Bucket, Key));
    }

    [Fact]
    public async Task A_wrong_secret_key_or_token_is_refused()
    {
        await RefusedAsync("SignatureDoesNotMatch", zone.AccessKey, zone.Secret + "x", zone.SessionToken);
        await RefusedAsync("InvalidAccessKeyId", zone.AccessKey + "X", zone.Secret, zone.SessionToken);
        await RefusedAsync("InvalidToken", zone.AccessKey, zone.Secret, "A" + zone.SessionToken);
        await RefusedAsync("InvalidToken", zone.AccessKey, zone.Secret, zone.SessionToken[..^1]);
    }

    [Theory]
    [InlineData("dlz-destination/x")]
    [InlineData("dlz-user-container/../dlz-destination/x")]
    [InlineData("other/x")]
    public async Task The_credential_opens_its_folder_only(string key)
    {
        AmazonS3Exception refused = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => zone.Client.GetObjectAsync(zone.Bucket, key));
        Assert.True(refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, refused.Message);
    }

    [Fact]
    public async Task A_credential_ends()
    {
        var clock = new StoppedClock();
        var own = new S3Zone();
        await own.InitializeAsync(clock.Time);
        try
        {
            clock.Time.Advance(TimeSpan.FromHours(12));
            await S3ProtocolTests.AssertRefusedAsync("ExpiredToken", () => own.Client.GetObjectAsync(own.Bucket, Key));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_body_with_another_checksum_leaves_nothing()
    {
        string key = S3Zone.Folder + "/digest.txt";
        await S3ProtocolTests.AssertRefusedAsync("BadDigest", () => zone.Client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = zone.Bucket,
            Key = key,
            ContentBody = "other",
            ChecksumCRC32 = "AAAAAA==",
        }));
        await S3ProtocolTests.AssertRefusedAsync("NoSuchKey", () => zone.Client.GetObjectAsync(zone.Bucket, key));
    }

    [Fact]
    public async Task A_presigned_address_works_and_one_that_was_changed_does_not()
    {
        string key = S3Zone.Folder + "/presigned.txt";
        using var client = new HttpClient();
        using var body = new StringContent("hello");
        body.Headers.ContentType = null;
        using HttpResponseMessage put = await client.PutAsync(Presign(key, HttpVerb.PUT), body);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("hello", await client.GetStringAsync(Presign(key, HttpVerb.GET)));
        using HttpResponseMessage changed = await client.GetAsync(Presign(key, HttpVerb.GET).Replace("presigned", "other"));
        Assert.Equal(HttpStatusCode.Forbidden, changed.StatusCode);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        string key = S3Zone.Folder + "/broken.bin";
        var address = new Uri(Presign(key, HttpVerb.PUT));
        using (var socket = new TcpClient(address.Host, address.Port))
        {
            string head = $"PUT {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Length: 1000\r\n\r\nonly this";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        }
        await S3ProtocolTests.AssertRefusedAsync("NoSuchKey", () => zone.Client.GetObjectAsync(zone.Bucket, key));
    }

    private string Presign(string key, HttpVerb verb) => zone.Client.GetPreSignedURL(new GetPreSignedUrlRequest
    {
        BucketName = zone.Bucket,
        Key = key,
        Verb = verb,
        Expires = DateTime.UtcNow.AddMinutes(5),
        Protocol = Protocol.HTTP,
    });

    private async Task RefusedAsync(string code, string key, string secret, string token)
    {
        using AmazonS3Client client = zone.Open(new SessionAWSCredentials(key, secret, token));
        await S3ProtocolTests.AssertRefusedAsync(code, () => client.GetObjectAsync(zone.Bucket, Key));
    }
}
