using System.Text;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Aep.Sdk.Emulator.Tests.S3Storage;

/// <summary>A body in signed chunks that is not as it was signed is refused, wherever it was changed, and leaves nothing.</summary>
public sealed partial class S3ChunkedBodyTests(S3Zone zone) : IClassFixture<S3Zone>
{
    private static readonly string Content = new('Z', 200_000); // several chunks

    public static TheoryData<string, string> Changes => new()
    {
        { "a byte of a chunk", "SignatureDoesNotMatch" },
        { "the signature of the first chunk", "SignatureDoesNotMatch" },
        { "the signature of the last chunk", "SignatureDoesNotMatch" },
        { "the order of the chunks", "SignatureDoesNotMatch" },
        { "the checksum", "BadDigest" },
        { "the signature of the checksum", "SignatureDoesNotMatch" },
        { "the length of a chunk", "IncompleteBody" },
        { "the end", "SignatureDoesNotMatch" }, // the length is signed, too
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_was_changed_on_its_way_is_refused(string what, string code)
    {
        string key = $"{S3Zone.Folder}/changed {what}.txt";
        await S3ProtocolTests.AssertRefusedAsync(code, () => PutAsync(key, body => Change(what, body)));
        await S3ProtocolTests.AssertRefusedAsync("NoSuchKey", () => zone.Client.GetObjectAsync(zone.Bucket, key));
    }

    [Fact]
    public async Task What_was_not_changed_arrives()
    {
        string key = $"{S3Zone.Folder}/unchanged.txt", sent = "";
        await PutAsync(key, body => sent = body);
        Assert.Equal(Content.Length, (await zone.Client.GetObjectMetadataAsync(zone.Bucket, key)).ContentLength);
        // Without these the changes above would change nothing.
        Assert.True(ChunkSignature().Count(sent) > 2);
        Assert.Contains("x-amz-checksum-crc32:", sent);
        Assert.Contains("x-amz-trailer-signature:", sent);
    }

    private static string Change(string what, string body) => what switch
    {
        "a byte of a chunk" => body.Remove(body.IndexOf("ZZZZ", StringComparison.Ordinal) + 1000, 1)
            .Insert(body.IndexOf("ZZZZ", StringComparison.Ordinal) + 1000, "Y"),
        "the signature of the first chunk" => Flip(body, ChunkSignature().Matches(body)[0].Groups[1].Index),
        "the signature of the last chunk" => Flip(body, ChunkSignature().Matches(body)[^1].Groups[1].Index),
        "the order of the chunks" => Swap(body),
        "the checksum" => Checksum().Replace(body, "x-amz-checksum-crc32:AAAAAA=="),
        "the signature of the checksum" => Flip(body, TrailerSignature().Match(body).Groups[1].Index),
        "the length of a chunk" => "7" + body[1..],
        "the end" => body[..(body.Length / 2)],
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "There is no such change."),
    };

    private static string Flip(string body, int index) => $"{body[..index]}{(body[index] == '0' ? '1' : '0')}{body[(index + 1)..]}";

    // The first two chunks have the same content, so that their signatures only tell which comes first.
    private static string Swap(string body)
    {
        Group first = ChunkSignature().Matches(body)[0].Groups[1], second = ChunkSignature().Matches(body)[1].Groups[1];
        return body[..first.Index] + second.Value + body[(first.Index + first.Length)..second.Index] + first.Value
            + body[(second.Index + second.Length)..];
    }

    private async Task PutAsync(string key, Func<string, string> change)
    {
        using var client = new AmazonS3Client(
            new SessionAWSCredentials(zone.AccessKey, zone.Secret, zone.SessionToken), new AmazonS3Config
            {
                ServiceURL = zone.Fixture.Emulator.LandingZoneUrl.OriginalString,
                AuthenticationRegion = "us-east-1",
                ForcePathStyle = true,
                MaxErrorRetry = 0,
                HttpClientFactory = new ChangingClients(change),
            });
        await client.PutObjectAsync(new PutObjectRequest { BucketName = zone.Bucket, Key = key, ContentBody = Content });
    }

    [GeneratedRegex("chunk-signature=([0-9a-f]{64})")]
    private static partial Regex ChunkSignature();

    [GeneratedRegex("x-amz-trailer-signature:([0-9a-f]{64})")]
    private static partial Regex TrailerSignature();

    [GeneratedRegex("x-amz-checksum-crc32:[A-Za-z0-9+/=]+")]
    private static partial Regex Checksum();

    private sealed class ChangingClients(Func<string, string> change) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new ChangingHandler(change) { InnerHandler = new SocketsHttpHandler() });
    }

    private sealed class ChangingHandler(Func<string, string> change) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpContent signed = request.Content!;
            string body = Encoding.Latin1.GetString(await signed.ReadAsByteArrayAsync(cancellationToken));
            request.Content = new ByteArrayContent(Encoding.Latin1.GetBytes(change(body)));
            foreach ((string name, IEnumerable<string> values) in signed.Headers.Where(header => header.Key != "Content-Length"))
                request.Content.Headers.TryAddWithoutValidation(name, values);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
