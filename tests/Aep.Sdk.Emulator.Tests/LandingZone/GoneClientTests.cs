using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Aep.Sdk.Emulator.Tests.LandingZone;

/// <summary>A client that goes in the middle of an upload or a download is no fault of the platform: its log stays empty.</summary>
public sealed class GoneClientTests
{
    private const string Credentials = "/data/foundation/connectors/landingzone/credentials?type=user_drop_zone";
    private const int Size = 4 << 20, Times = 5;

    [Fact]
    public async Task The_blob_endpoint_writes_no_error_when_a_client_has_gone()
    {
        using PlatformProcess platform = await PlatformProcess.StartAsync();
        JsonObject answer = await platform.Client.CallAsync(200, HttpMethod.Get, Credentials);
        var container = new UriBuilder((string)answer["SASUri"]!);
        container.Path += "/file.bin";
        await LeaveAsync(platform, container.Uri, container.Uri, "x-ms-blob-type: BlockBlob\r\n");
    }

    [Fact]
    public async Task The_S3_endpoint_writes_no_error_when_a_client_has_gone()
    {
        using PlatformProcess platform = await PlatformProcess.StartAsync("--landing-zone", "s3");
        JsonNode answer = await platform.Client.CallAsync(200, HttpMethod.Get, Credentials), keys = answer["credentials"]!;
        var credentials = new SessionAWSCredentials((string)keys["awsAccessKeyId"]!, (string)keys["awsSecretAccessKey"]!,
            (string)keys["awsSessionToken"]!);
        using var client = new AmazonS3Client(credentials, new AmazonS3Config
        {
            ServiceURL = (string)platform.Started["landingZone"]!,
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = true,
        });
        Uri Address(HttpVerb verb) => new(client.GetPreSignedURL(new GetPreSignedUrlRequest
        {
            BucketName = (string)answer["dlzPath"]!["bucketName"]!,
            Key = "dlz-user-container/file.bin",
            Verb = verb,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Protocol = Protocol.HTTP,
        }));
        await LeaveAsync(platform, Address(HttpVerb.PUT), Address(HttpVerb.GET), "");
    }

    private static async Task LeaveAsync(PlatformProcess platform, Uri put, Uri get, string header)
    {
        using var client = new HttpClient();
        using var file = new HttpRequestMessage(HttpMethod.Put, put) { Content = new ByteArrayContent(new byte[Size]) };
        if (header.Length > 0)
            file.Headers.Add("x-ms-blob-type", "BlockBlob");
        (await client.SendAsync(file)).EnsureSuccessStatusCode().Dispose();
        for (int i = 0; i < Times; i++)
        {
            await HangUpAsync(put,
                $"PUT {put.PathAndQuery} HTTP/1.1\r\nHost: {put.Authority}\r\n{header}Content-Length: {Size}\r\n\r\nonly this",
                answerBytes: 0);
            await HangUpAsync(get, $"GET {get.PathAndQuery} HTTP/1.1\r\nHost: {get.Authority}\r\n\r\n", answerBytes: 1000);
        }
        // Whole again: the platform has dealt with what came before.
        Assert.Equal(Size, (await client.GetByteArrayAsync(get)).Length);
        Assert.Equal("", await platform.EndAsync());
    }

    // Half of the times with a reset, half of the times politely.
    private static async Task HangUpAsync(Uri address, string request, int answerBytes)
    {
        using var socket = new TcpClient(address.Host, address.Port) { LingerState = new LingerOption(answerBytes > 0, 0) };
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        await socket.GetStream().ReadAtLeastAsync(new byte[Math.Max(1, answerBytes)], answerBytes);
    }
}
