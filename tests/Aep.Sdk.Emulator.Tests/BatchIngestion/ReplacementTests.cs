using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

public sealed class ReplacementTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task A_replay_takes_the_place_of_the_batches_that_it_names()
    {
        string dataset = await _client.CreateDatasetAsync();
        string first =
            (string)(await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("a"), _client.EmailEvent("b"))))["id"]!;
        JsonObject definition = BatchClient.Definition(dataset);
        definition["replay"] = new JsonObject { ["predecessors"] = new JsonArray($"${{{first}}}"), ["reason"] = "replace" };
        JsonObject second = await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("c")), definition);
        Assert.Equal("success", (string?)second["status"]);
        Assert.Equal(first, (string?)second["replay"]!["predecessors"]![0]);
        Assert.Equal(["c"], await IdsAsync(dataset));
        await UntilAsync(first, "deleted");
    }

    [Fact]
    public async Task A_replay_that_fails_leaves_the_batches_before_it()
    {
        string dataset = await _client.CreateDatasetAsync();
        string first = (string)(await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("a"))))["id"]!;
        JsonObject definition = BatchClient.Definition(dataset);
        definition["replay"] = new JsonObject { ["predecessors"] = new JsonArray(first) };
        Assert.Equal("failed", (string?)(await _client.IngestAsync(dataset, "{ broken", definition))["status"]);
        Assert.Equal(["a"], await IdsAsync(dataset));
        Assert.Equal("success", (string?)(await _client.Catalog.GetBatchAsync(first))["status"]);
    }

    [Fact]
    public async Task A_revert_takes_the_rows_away_also_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path, ProcessingTime = TimeSpan.FromMilliseconds(10) };
        EmulatorFixture before = await EmulatorFixture.StartAsync(options);
        var client = new BatchClient(before);
        string dataset = await client.CreateDatasetAsync();
        string batch = (string)(await client.IngestAsync(dataset, BatchClient.Lines(client.EmailEvent("a"))))["id"]!;
        await client.IngestAsync(dataset, BatchClient.Lines(client.EmailEvent("b")));
        Assert.Equal(200, await client.ActAsync(batch, "REVERT"));
        Assert.Equal(409, await client.ActAsync(batch, "REVERT"));
        await before.DisposeAsync();

        EmulatorFixture after = await EmulatorFixture.StartAsync(options);
        JsonObject preview = await after.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/export/datasets/{dataset}/preview");
        Assert.Equal("b", (string?)Assert.Single(preview["data"]!.AsArray())!["_id"]);
        await Polling.UntilAsync(
            () => new BatchClient(after).Catalog.GetBatchAsync(batch), document => (string?)document["status"] == "deleted");
        await after.DisposeAsync();
    }

    [Fact]
    public async Task A_batch_that_waits_for_processing_can_be_aborted()
    {
        var clock = new StoppedClock();
        EmulatorFixture stopped = await clock.StartAsync();
        var client = new BatchClient(stopped);
        string dataset = await client.CreateDatasetAsync();
        string batch = await client.CreateAsync(BatchClient.Definition(dataset));
        using HttpResponseMessage put = await client.PutAsync(batch, dataset, "a.json", BatchClient.Lines(client.EmailEvent("a")));
        Assert.Equal(200, await client.ActAsync(batch, "COMPLETE"));
        Assert.Equal(200, await client.ActAsync(batch, "ABORT"));
        JsonObject later = await client.Catalog.GetBatchAsync(batch);
        string next = (string)(await clock.RunUntilAsync(
            async () => await IngestAsync(client, dataset), document => (string?)document["status"] == "success"))["id"]!;
        Assert.NotEqual(batch, next);
        Assert.Equal("aborted", (string?)later["status"]);
        Assert.Equal("aborted", (string?)(await client.Catalog.GetBatchAsync(batch))["status"]);
        await stopped.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"predecessors":["0"]}""")]
    [InlineData("""{"predecessorsByExternalId":["0"]}""")]
    [InlineData("""{"predecessors":[]}""")]
    [InlineData("""{"predecessors":"0"}""")]
    [InlineData("5")]
    public async Task A_replay_of_nothing_is_refused(string replay)
    {
        JsonObject definition = BatchClient.Definition(await _client.CreateDatasetAsync());
        definition["replay"] = JsonNode.Parse(replay);
        (int status, JsonObject refusal) = await _client.TryCreateAsync(definition);
        Assert.Equal(400, status);
        Assert.Contains("replay", (string?)refusal["detail"]);
    }

    // One batch, made at the first look.
    private string? _waiting;

    private async Task<JsonObject> IngestAsync(BatchClient client, string dataset)
    {
        if (_waiting is null)
        {
            _waiting = await client.CreateAsync(BatchClient.Definition(dataset));
            using HttpResponseMessage put = await client.PutAsync(_waiting, dataset, "b.json", BatchClient.Lines(client.EmailEvent("b")));
            await client.ActAsync(_waiting, "COMPLETE");
        }
        return await client.Catalog.GetBatchAsync(_waiting);
    }

    private async Task<string[]> IdsAsync(string dataset)
    {
        JsonObject preview = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/export/datasets/{dataset}/preview");
        return [.. preview["data"]!.AsArray().Select(row => (string)row!["_id"]!)];
    }

    private Task UntilAsync(string batch, string status) =>
        Polling.UntilAsync(() => _client.Catalog.GetBatchAsync(batch), document => (string?)document["status"] == status);
}
