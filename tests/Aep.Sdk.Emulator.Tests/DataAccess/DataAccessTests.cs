using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.DataAccess;

public sealed class DataAccessTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Base = "/data/foundation/export";
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task A_file_is_listed_described_and_downloaded_in_parts()
    {
        (string fileId, string name, long length) = await IngestedFileAsync();
        string path = $"{Base}/files/{fileId}?path={name}";
        byte[] whole = await fixture.Client.GetByteArrayAsync(path);
        Assert.Equal(length, whole.Length);
        Assert.Equal("PAR1"u8.ToArray(), whole[..4]);

        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(4, 9) } };
        using HttpResponseMessage part = await fixture.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[4..10], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal($"bytes 4-9/{length}", part.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task The_head_of_a_file_shows_its_length()
    {
        (string fileId, string name, long length) = await IngestedFileAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"{Base}/files/{fileId}?path={name}");
        using HttpResponseMessage head = await fixture.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(length, head.Content.Headers.ContentLength);
        Assert.Equal("bytes", Assert.Single(head.Headers.AcceptRanges));
    }

    [Fact]
    public async Task A_failed_batch_gives_its_uploads_back_and_says_what_is_wrong_with_which_row()
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject wrong = _client.EmailEvent("wrong");
        wrong["isHomepage"] = true;
        string text = BatchClient.Lines(_client.EmailEvent("right"), wrong) + "{ broken\n";
        string batch = (string)(await _client.IngestAsync(dataset, text))["id"]!;

        JsonObject failed = await GetAsync($"/batches/{batch}/failed");
        Assert.Equal("events.json", (string?)Assert.Single(failed["data"]!.AsArray())!["name"]);
        Assert.Equal(text, await fixture.Client.GetStringAsync((string)failed["data"]![0]!["_links"]!["self"]!["href"]!));

        JsonObject diagnostics = await GetAsync($"/batches/{batch}/meta?path=row_errors");
        Assert.Equal(
            ["conversion_errors_0.json", "parsing_errors_0.json"], diagnostics["data"]!.AsArray().Select(entry => (string)entry!["name"]!));
        JsonNode conversion =
            JsonNode.Parse(await fixture.Client.GetStringAsync((string)diagnostics["data"]![0]!["_links"]!["self"]!["href"]!))!;
        Assert.Equal("wrong", (string?)conversion["_id"]);
        Assert.Equal("events.json", (string?)conversion["_filename"]);
        Assert.Contains("isHomepage", (string?)conversion["_errors"]![0]!["message"]);
        JsonNode parsing =
            JsonNode.Parse(await fixture.Client.GetStringAsync((string)diagnostics["data"]![1]!["_links"]!["self"]!["href"]!))!;
        Assert.Equal("{ broken", (string?)parsing["_corrupt_record"]);
        Assert.Equal("1401", (string?)parsing["_errors"]![0]!["code"]);
    }

    [Fact]
    public async Task A_batch_names_the_files_that_it_was_completed_with()
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch = (string)(await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("a"))))["id"]!;
        JsonNode list = Assert.Single((await GetAsync($"/batches/{batch}/meta?path=input_files"))["data"]!.AsArray())!;
        Assert.Equal("fileMetaData1.json", (string?)list["name"]);
        Assert.Equal("{\"path\":\"events.json\"}\n", await fixture.Client.GetStringAsync((string)list["_links"]!["self"]!["href"]!));
        Assert.Single((await GetAsync($"/batches/{batch}/meta"))["data"]!.AsArray());
    }

    [Theory]
    [InlineData("/batches/0/files")]
    [InlineData("/batches/0/failed")]
    [InlineData("/batches/0/meta")]
    [InlineData("/files/0-1")]
    [InlineData("/files/0?path=a.parquet")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using HttpResponseMessage response = await fixture.Client.GetAsync(Base + path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("NotFoundError", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["title"]);
    }

    private async Task<(string FileId, string Name, long Length)> IngestedFileAsync()
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch =
            (string)(await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("a"), _client.WebEvent("b"))))["id"]!;
        JsonNode file = Assert.Single((await GetAsync($"/batches/{batch}/files"))["data"]!.AsArray())!;
        Assert.Equal("2", (string?)file["records"]);
        string fileId = (string)file["dataSetFileId"]!;
        JsonNode part = Assert.Single((await GetAsync($"/files/{fileId}"))["data"]!.AsArray())!;
        return (fileId, (string)part["name"]!, long.Parse((string)part["length"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<JsonObject> GetAsync(string path) => JsonNode.Parse(await fixture.Client.GetStringAsync(Base + path))!.AsObject();
}
