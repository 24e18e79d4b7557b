using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Aep.Sdk.Emulator.Tests.BlobStorage;

/// <summary>Many clients at once, and clients that vanish: a file is whole or absent, and nothing is left over.</summary>
public sealed class BlobConcurrencyTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private EmulatorFixture _fixture = null!;
    private BlobContainerClient _container = null!;

    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = _folder.Path });
        _container = await new LandingZoneClient(_fixture).OpenAsync(LandingZoneClient.DropZone);
    }

    public async Task DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Of_many_that_create_a_file_one_succeeds()
    {
        for (int round = 0; round < 10; round++)
        {
            BlobClient blob = _container.GetBlobClient($"create-{round}");
            int[] statuses = await Task.WhenAll(
                Enumerable.Range(0, 12).Select(i => StatusAsync(() => blob.UploadAsync(new BinaryData($"content {i:00}")))));
            Assert.Equal(1, statuses.Count(status => status == 201));
            Assert.Equal(11, statuses.Count(status => status == 409));
        }
    }

    [Fact]
    public async Task Of_many_that_change_what_they_have_seen_one_succeeds()
    {
        BlobClient blob = _container.GetBlobClient("counter");
        ETag tag = (await blob.UploadAsync(new BinaryData("0"))).Value.ETag;
        for (int round = 1; round <= 10; round++)
        {
            var seen = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = tag } };
            int[] statuses =
                await Task.WhenAll(Enumerable.Range(0, 12).Select(i => StatusAsync(() => blob.UploadAsync(new BinaryData("1"), seen))));
            Assert.Equal(1, statuses.Count(status => status == 201));
            Assert.Equal(11, statuses.Count(status => status == 412));
            ETag next = (await blob.GetPropertiesAsync()).Value.ETag;
            Assert.NotEqual(tag, next); // though the content has the same length
            tag = next;
        }
    }

    [Fact]
    public async Task A_file_that_is_read_while_it_is_replaced_is_one_or_the_other()
    {
        BlobClient blob = _container.GetBlobClient("replaced");
        byte[][] versions = [.. new[] { 200_000, 50_000, 400_000 }.Select((size, i) => Enumerable.Repeat((byte)('a' + i), size).ToArray())];
        await blob.UploadAsync(new BinaryData(versions[0]));
        Task writing = Task.Run(async () =>
        {
            for (int i = 1; i < 60; i++)
                await blob.UploadAsync(new BinaryData(versions[i % 3]), overwrite: true);
        });
        do
        {
            byte[] read = (await blob.DownloadContentAsync()).Value.Content.ToArray();
            Assert.Contains(versions, version => version.AsSpan().SequenceEqual(read));
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task Uploads_that_are_cut_anywhere_leave_the_file_whole_or_absent()
    {
        var random = new Random(20260301);
        for (int i = 0; i < 50; i++)
        {
            BlobClient blob = _container.GetBlobClient($"cut-{i}");
            byte[] content = new byte[random.Next(1, 300_000)];
            random.NextBytes(content);
            int cut = random.Next(0, content.Length + 1);
            bool replaces = i % 2 == 0;
            if (replaces)
                await blob.UploadAsync(new BinaryData("before"));
            await SendAsync(blob.Uri, content, cut);
            if (cut < content.Length)
                Assert.Equal(replaces ? "before" : null, await TextAsync(blob));
            else
                Assert.Equal(content, (await Polling.UntilAsync(() => BytesAsync(blob), read => read?.Length == content.Length))!);
        }
        await Polling.UntilAsync(() => Task.FromResult(LeftOver()), files => files.Length == 0);
    }

    [Fact]
    public async Task Blocks_that_are_cut_do_not_count()
    {
        BlobClient blob = _container.GetBlobClient("blocks");
        string id = Convert.ToBase64String(Encoding.ASCII.GetBytes("0001"));
        await SendAsync(new Uri($"{blob.Uri}&comp=block&blockid={Uri.EscapeDataString(id)}"), new byte[10_000], 4_000);
        using var client = new HttpClient();
        string list = $"<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList><Latest>{id}</Latest></BlockList>";
        using HttpResponseMessage response =
            await client.PutAsync(new Uri($"{blob.Uri}&comp=blocklist"), new StringContent(list, Encoding.UTF8, "application/xml"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("InvalidBlockList", await response.Content.ReadAsStringAsync());
        Assert.False((await blob.ExistsAsync()).Value);
    }

    [Fact]
    public async Task A_body_is_held_against_its_hash()
    {
        BlobClient blob = _container.GetBlobClient("hashed");
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(client, blob.Uri, "content", MD5.HashData("another"u8)));
        Assert.False((await blob.ExistsAsync()).Value);
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(client, blob.Uri, "content", [1, 2, 3]));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(client, blob.Uri, "content", MD5.HashData("content"u8)));
        Assert.Equal("content", await TextAsync(blob));
    }

    [Fact]
    public async Task What_a_killed_platform_has_left_is_gone_after_the_start()
    {
        await _fixture.DisposeAsync();
        string uploads = Directory.CreateDirectory(Path.Combine(_folder.Path, "landing-zone", "uploads")).FullName;
        await File.WriteAllTextAsync(Path.Combine(uploads, Guid.NewGuid().ToString("N")), "half");
        _fixture = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = _folder.Path });
        Assert.Empty(LeftOver());
    }

    [Fact]
    public async Task The_landing_zone_misbehaves_on_request()
    {
        BlobClient blob = _container.GetBlobClient("faulty");
        await blob.UploadAsync(new BinaryData("content"));
        var fault = JsonCalls.Json("""{ "landingZone": true, "path": "*/faulty", "method": "GET", "truncateAfter": 3, "count": 1 }""");
        await _fixture.Client.CallAsync(201, HttpMethod.Post, "/__emulator/faults", fault);
        using var client = new HttpClient();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetByteArrayAsync(blob.Uri));
        Assert.Equal("content", await client.GetStringAsync(blob.Uri));

        fault = JsonCalls.Json("""{ "landingZone": true, "status": 503, "count": 1 }""");
        await _fixture.Client.CallAsync(201, HttpMethod.Post, "/__emulator/faults", fault);
        await _fixture.Client.CallAsync(200, HttpMethod.Get, "/data/foundation/flowservice/flows"); // the platform is not hit
        using HttpResponseMessage answer = await client.GetAsync(blob.Uri);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    private static async Task<int> StatusAsync<T>(Func<Task<Response<T>>> call)
    {
        try
        {
            return (await call()).GetRawResponse().Status;
        }
        catch (RequestFailedException refusal)
        {
            return refusal.Status;
        }
    }

    /// <summary>Promises a content, sends a part of it, and closes the connection.</summary>
    private static async Task SendAsync(Uri address, byte[] content, int bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        NetworkStream stream = client.GetStream();
        string head =
            $"PUT {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nx-ms-blob-type: BlockBlob\r\nContent-Length: "
                + $"{content.Length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(content.AsMemory(0, bytes));
        await stream.FlushAsync();
        if (bytes == content.Length)
            await stream.ReadExactlyAsync(new byte[12]); // the status line: the upload has been taken
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, Uri address, string text, byte[] hash)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(text) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        request.Content.Headers.TryAddWithoutValidation("Content-MD5", Convert.ToBase64String(hash));
        using HttpResponseMessage response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<byte[]?> BytesAsync(BlobClient blob) =>
        (await blob.ExistsAsync()).Value ? (await blob.DownloadContentAsync()).Value.Content.ToArray() : null;

    private static async Task<string?> TextAsync(BlobClient blob) =>
        await BytesAsync(blob) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private string[] LeftOver() => Directory.GetFiles(Path.Combine(_folder.Path, "landing-zone", "uploads"));
}
