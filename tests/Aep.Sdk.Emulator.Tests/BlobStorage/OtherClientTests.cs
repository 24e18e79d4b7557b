using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.BlobStorage;

/// <summary>The requests that azcopy and Hadoop's wasb driver send to a container with a SAS, as Azure documents them.</summary>
public sealed class OtherClientTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly HttpClient _client = new();

    [Fact]
    public async Task Azcopy_uploads_blocks_of_one_length_and_commits_them()
    {
        Uri container = await ContainerAsync();
        byte[] first = Encoding.ASCII.GetBytes(new string('a', 1000)), second = Encoding.ASCII.GetBytes(new string('b', 500));
        string[] ids = [.. new[] { 0, 1 }.Select(
            i => Convert.ToBase64String(Encoding.ASCII.GetBytes($"0000000000000000000000000000000000000000000{i:00000}")))];
        foreach ((string id, byte[] block) in ids.Zip([first, second]))
        {
            using HttpResponseMessage staged =
                await SendAsync(HttpMethod.Put, At(container, "azcopy/file.bin", $"blockid={Uri.EscapeDataString(id)}&comp=block"), block);
            Assert.Equal(HttpStatusCode.Created, staged.StatusCode);
        }
        string list =
            $"<?xml version=\"1.0\" "
                + $"encoding=\"utf-8\"?>\n<BlockList>{string.Concat(ids.Select(id => $"<Latest>{id}</Latest>"))}</BlockList>";
        using HttpResponseMessage committed =
            await SendAsync(HttpMethod.Put, At(container, "azcopy/file.bin", "comp=blocklist"), Encoding.UTF8.GetBytes(list));
        Assert.Equal(HttpStatusCode.Created, committed.StatusCode);

        using HttpResponseMessage head = await SendAsync(HttpMethod.Head, At(container, "azcopy/file.bin"));
        Assert.Equal(1500, head.Content.Headers.ContentLength);
        Assert.Equal("BlockBlob", head.Headers.GetValues("x-ms-blob-type").Single());
        using HttpResponseMessage part = await SendAsync(HttpMethod.Get, At(container, "azcopy/file.bin"), range: "bytes=990-1009");
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("aaaaaaaaaabbbbbbbbbb", await part.Content.ReadAsStringAsync());
        using HttpResponseMessage removed = await SendAsync(HttpMethod.Delete, At(container, "azcopy/file.bin"));
        Assert.Equal(HttpStatusCode.Accepted, removed.StatusCode);
    }

    [Fact]
    public async Task Wasb_finds_a_folder_by_its_files_and_reads_them_in_parts()
    {
        Uri container = await ContainerAsync();
        foreach (string name in new[] { "wasb/exportTime=20260301/part-0.parquet", "wasb/exportTime=20260301/part-1.parquet",
            "wasb/readme.txt" })
            (await SendAsync(HttpMethod.Put, At(container, name), Encoding.ASCII.GetBytes(name))).Dispose();

        // Is the folder a file? No; is there something below it? Yes.
        using HttpResponseMessage file = await SendAsync(HttpMethod.Head, At(container, "wasb"));
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        XElement one = await ListAsync(container, "prefix=wasb%2F&delimiter=%2F&include=metadata&maxresults=1");
        Assert.Equal("wasb/exportTime=20260301/", (string?)one.Descendants("BlobPrefix").Single().Element("Name"));
        XElement rest = await ListAsync(
            container, $"prefix=wasb%2F&delimiter=%2F&maxresults=5000&marker={Uri.EscapeDataString((string)one.Element("NextMarker")!)}");
        Assert.Equal("wasb/readme.txt", (string?)rest.Descendants("Blob").Single().Element("Name"));

        XElement parts = await ListAsync(container, "prefix=wasb%2FexportTime%3D20260301%2F");
        foreach (XElement blob in parts.Descendants("Blob"))
        {
            string name = (string)blob.Element("Name")!;
            Assert.Equal(name.Length, (int)blob.Element("Properties")!.Element("Content-Length")!);
            using HttpResponseMessage tail =
                await SendAsync(HttpMethod.Get, At(container, name), range: $"bytes={name.Length - 8}-{name.Length + 100}");
            Assert.Equal(name[^8..], await tail.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_token_of_a_container_does_not_open_the_container_itself()
    {
        Uri container = await ContainerAsync();
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Head, new Uri(container + "&restype=container"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("AuthorizationPermissionMismatch", answer.Headers.GetValues("x-ms-error-code").Single());
    }

    private async Task<Uri> ContainerAsync() =>
        new((string)(await new LandingZoneClient(fixture).CredentialsAsync(LandingZoneClient.DropZone))["SASUri"]!);

    private static Uri At(Uri container, string name, string query = "") =>
        new UriBuilder(container)
        {
            Path = $"{container.AbsolutePath}/{name}",
            Query = $"{container.Query.TrimStart('?')}&{query}".TrimEnd('&')
        }.Uri;

    private async Task<XElement> ListAsync(Uri container, string query)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, new Uri($"{container}&restype=container&comp=list&{query}"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return XDocument.Parse((await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF')).Root!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, byte[]? body = null, string? range = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("x-ms-version", "2021-12-02");
        request.Headers.Add("x-ms-client-request-id", Guid.NewGuid().ToString());
        request.Headers.Add("x-ms-date", DateTimeOffset.UtcNow.ToString("R"));
        if (range is not null)
            request.Headers.Add("x-ms-range", range);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            if (!address.Query.Contains("comp=", StringComparison.Ordinal))
                request.Headers.Add("x-ms-blob-type", "BlockBlob");
        }
        return await _client.SendAsync(request);
    }
}
