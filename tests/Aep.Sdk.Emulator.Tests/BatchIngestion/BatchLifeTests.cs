using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

public sealed class BatchLifeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task A_batch_is_completed_once()
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch = await _client.CreateAsync(BatchClient.Definition(dataset));
        (await _client.PutAsync(batch, dataset, "a", BatchClient.Lines(_client.EmailEvent("a")))).Dispose();
        int[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _client.ActAsync(batch, "COMPLETE")));
        Assert.Equal(1, answers.Count(status => status == 200));
        Assert.Equal(5, answers.Count(status => status == 409));
        Assert.Equal(1, (long)(await _client.WaitAsync(batch))["metrics"]!["outputRecordCount"]!);
        Assert.Equal(409, await _client.ActAsync(batch, "COMPLETE"));
        Assert.Equal(409, await _client.ActAsync(batch, "ABORT"));
    }

    [Fact]
    public async Task A_completed_batch_takes_no_more_files()
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject done = await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("a")));
        using HttpResponseMessage late =
            await _client.PutAsync((string)done["id"]!, dataset, "late", BatchClient.Lines(_client.EmailEvent("b")));
        Assert.Equal(409, (int)late.StatusCode);
    }

    [Theory]
    [InlineData("ABORT", "aborted")]
    [InlineData("FAIL", "failed")]
    public async Task A_batch_that_is_given_up_stays_so(string action, string status)
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch = await _client.CreateAsync(BatchClient.Definition(dataset));
        Assert.Equal(200, await _client.ActAsync(batch, action));
        Assert.Equal(status, (string?)(await _client.Catalog.GetBatchAsync(batch))["status"]);
        Assert.Equal(409, await _client.ActAsync(batch, "COMPLETE"));
    }

    [Theory]
    [InlineData("""{ "inputFormat": { "format": "json" } }""", 400)]
    [InlineData("""{ "datasetId": "DATASET" }""", 400)]
    [InlineData("""{ "datasetId": "DATASET", "inputFormat": { "format": "xml" } }""", 400)]
    [InlineData("""{ "datasetId": "000000000000000000000000", "inputFormat": { "format": "json" } }""", 400)]
    [InlineData("""{ "datasetId": "DATASET", "inputFormat": { "format": "json" }, "partialIngestionPercent": 101 }""", 400)]
    [InlineData("""{ "datasetId": "DATASET", "inputFormat": { "format": "csv", "delimiter": "ab" } }""", 400)]
    [InlineData("""{ "datasetId": "DATASET", "inputFormat": { "format": "json" }, "replay": { "predecessors": ["x"] } }""", 400)]
    public async Task A_batch_that_cannot_be_is_refused(string body, int status)
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject json = JsonNode.Parse(body.Replace("DATASET", dataset, StringComparison.Ordinal))!.AsObject();
        (int answer, JsonObject error) = await _client.TryCreateAsync(json);
        Assert.True(answer == status, error.ToJsonString());
        Assert.NotNull(error["detail"]);
    }

    [Fact]
    public async Task Uploads_and_actions_that_do_not_fit_are_refused()
    {
        string dataset = await _client.CreateDatasetAsync();
        string other = await _client.CreateDatasetAsync();
        string batch = await _client.CreateAsync(BatchClient.Definition(dataset));
        using HttpResponseMessage noBatch = await _client.PutAsync("0", dataset, "a", "{}");
        using HttpResponseMessage wrongDataset = await _client.PutAsync(batch, other, "a", "{}");
        using HttpResponseMessage wrongType = await _client.PutAsync(batch, dataset, "a", new StringContent("{}"), "application/json");
        using HttpResponseMessage longName = await _client.PutAsync(batch, dataset, new string('a', 300), "{}");
        Assert.Equal(
            [404, 400, 415, 400], new[] { noBatch, wrongDataset, wrongType, longName }.Select(response => (int)response.StatusCode));
        Assert.Equal(400, await _client.ActAsync(batch, "FINISH"));
        Assert.Equal(409, await _client.ActAsync(batch, "REVERT")); // not finished yet
        Assert.Equal(404, await _client.ActAsync("0", "COMPLETE"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_over_256_MB_is_refused_and_leaves_nothing(bool statesLength)
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch = await _client.CreateAsync(BatchClient.Definition(dataset));
        using var content = new ZerosContent((256L * 1024 * 1024) + 1, statesLength);
        using HttpResponseMessage response = await _client.PutAsync(batch, dataset, "big", content);
        Assert.Equal(413, (int)response.StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, $"{BatchClient.Base}/{batch}/datasets/{dataset}/files/big");
        using HttpResponseMessage found = await fixture.Client.SendAsync(head);
        Assert.Equal(404, (int)found.StatusCode);
    }

    [Fact]
    public async Task The_head_of_an_upload_shows_its_range()
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch = await _client.CreateAsync(BatchClient.Definition(dataset));
        (await _client.PutAsync(batch, dataset, "part.json", "0123456789")).Dispose();
        using var head = new HttpRequestMessage(HttpMethod.Head, $"{BatchClient.Base}/{batch}/datasets/{dataset}/files/part.json");
        using HttpResponseMessage response = await fixture.Client.SendAsync(head);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("bytes=0-9", Assert.Single(response.Headers.GetValues("Range")));
    }

    [Fact]
    public async Task A_batch_that_the_platform_left_unfinished_is_finished_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions
        {
            DataFolder = folder.Path,
            ClientId = "id",
            ClientSecret = "secret",
            ProcessingTime = TimeSpan.FromHours(1)
        };
        string batch;
        EmulatorFixture first = await EmulatorFixture.StartAsync(options);
        try
        {
            var client = new BatchClient(first);
            string dataset = await client.CreateDatasetAsync();
            batch = await client.CreateAsync(BatchClient.Definition(dataset));
            (await client.PutAsync(batch, dataset, "a", BatchClient.Lines(client.EmailEvent("a"), client.WebEvent("b")))).Dispose();
            Assert.Equal(200, await client.ActAsync(batch, "COMPLETE"));
            Assert.Equal("staging", (string?)(await client.Catalog.GetBatchAsync(batch))["status"]);
        }
        finally
        {
            await first.DisposeAsync();
        }

        EmulatorFixture second = await EmulatorFixture.StartAsync(options with { ProcessingTime = TimeSpan.Zero });
        try
        {
            JsonObject done = await new BatchClient(second).WaitAsync(batch);
            Assert.Equal("success", (string?)done["status"]);
            Assert.Equal(2, (long)done["metrics"]!["outputRecordCount"]!);
        }
        finally
        {
            await second.DisposeAsync();
        }
    }
}
