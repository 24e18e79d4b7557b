using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Profiles;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Catalog;

/// <summary>Events leave the lake when they came more than 30 days ago and are older than the period of their dataset.</summary>
public sealed class RowExpirationTests : IAsyncLifetime
{
    private const string User = "12345678901234567890123456789012345678"; // of the events
    private readonly MovableClock _clock = new();
    private readonly TemporaryFolder _folder = new();
    private EmulatorFixture _fixture = null!;
    private BatchClient _client = null!;

    public async Task InitializeAsync()
    {
        _fixture = await _clock.StartAsync(new AepEmulatorOptions { DataFolder = _folder.Path });
        _client = new BatchClient(_fixture);
    }

    public async Task DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Events_older_than_the_period_leave_the_lake_once_they_were_there_for_30_days()
    {
        string dataset = await _client.CreateDatasetAsync(), longer = await _client.CreateDatasetAsync(),
            without = await _client.CreateDatasetAsync(), unset = await _client.CreateDatasetAsync();
        await SetAsync(dataset, "P40D");
        await SetAsync(longer, "P1Y");
        await SetAsync(unset, "P40D");
        await SetAsync(unset, null);
        string batch = await IngestAsync(dataset, ("old", -60), ("young", 0));
        foreach (string other in new[] { longer, without, unset })
            await IngestAsync(other, ("old", -60));
        string whole = Assert.Single(Directory.EnumerateFiles(_folder.Path, batch + "*.parquet", SearchOption.AllDirectories));
        await PassAsync(28);
        Assert.Equal(2, await RowsAsync(dataset));

        _clock.Time.Advance(TimeSpan.FromDays(7)); // the platform looks each week
        await RenewTokenAsync();
        Assert.Equal(1, await RowsAsync(dataset, until: 1));
        JsonNode files = await _fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/export/batches/{batch}/files");
        Assert.Equal($"{batch}-1", (string?)Assert.Single(files["data"]!.AsArray())!["dataSetFileId"]);
        Assert.Equal("success", (string?)(await _client.Catalog.GetBatchAsync(batch))["status"]);
        await IngestAsync(dataset, ("new", 0));

        await PassAsync(14);
        Assert.Equal(1, await RowsAsync(dataset, until: 1));
        Assert.False(File.Exists(whole));
        foreach (string other in new[] { longer, without, unset })
            Assert.Equal(1, await RowsAsync(other));
    }

    [Fact]
    public async Task A_period_says_who_has_set_it_and_when()
    {
        string dataset = await _client.CreateDatasetAsync();
        await SetAsync(dataset, "P40D");
        JsonNode set = await ReadAsync();
        Assert.Equal(
            ("P40D", "custom", "user", _clock.Now.ToUnixTimeMilliseconds()), ((string?)set["ttlValue"], (string?)set["valueStatus"],
            (string?)set["setBy"], (long)set["updated"]!));
        _clock.Time.Advance(TimeSpan.FromMinutes(1));
        var other = JsonCalls.Json("""{ "extensions": { "adobe_lakeHouse": { "rowExpiration": { "setBy": "me" } } } }""");
        Assert.Equal(200, (await _client.Catalog.SendAsync(HttpMethod.Patch, $"/v2/dataSets/{dataset}", other)).Status);
        Assert.True(JsonNode.DeepEquals(set, await ReadAsync()));
        await SetAsync(dataset, "P50D");
        Assert.NotEqual((long)set["updated"]!, (long)(await ReadAsync())["updated"]!);

        async Task<JsonNode> ReadAsync() =>
            (await _client.Catalog.GetDatasetAsync(dataset))["extensions"]!["adobe_lakeHouse"]!["rowExpiration"]!;
    }

    [Fact]
    public async Task Profile_keeps_events_for_its_own_period()
    {
        var profiles = new ProfileClient(_fixture);
        string forever = await profiles.CreateEventDatasetAsync(), shorter = await profiles.CreateEventDatasetAsync();
        await SetAsync(forever, "P40D");
        await SetAsync(shorter, "P40D", "P90D");
        await IngestAsync(forever, ("f1", -60), ("f2", 0));
        await IngestAsync(shorter, ("s1", -60), ("s2", 0));
        await PassAsync(35);
        Assert.Equal(1, await RowsAsync(forever, until: 1));
        Assert.Equal(1, await RowsAsync(shorter, until: 1));
        Assert.Equal(["f1", "f2", "s2"], await EventsAsync()); // s1 is 95 days old
        await PassAsync(63);
        Assert.Equal(0, await RowsAsync(forever, until: 0));
        Assert.Equal(0, await RowsAsync(shorter, until: 0));
        Assert.Equal(["f1", "f2"], await EventsAsync());
    }

    // The platform looks when it starts: as if it had been off for so long.
    private async Task PassAsync(int days)
    {
        await _fixture.DisposeAsync();
        _clock.Time.Advance(TimeSpan.FromDays(days));
        await InitializeAsync();
    }

    // A token does not outlive a day.
    private async Task RenewTokenAsync()
    {
        using var anonymous = new HttpClient();
        using HttpResponseMessage answer =
            await _fixture.RequestTokenAsync(anonymous, _fixture.Emulator.ClientId, _fixture.Emulator.ClientSecret);
        string token = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!;
        _fixture.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private async Task<string> IngestAsync(string dataset, params (string Id, int Day)[] events)
    {
        JsonObject[] rows = [.. events.Select(item =>
        {
            JsonObject row = _client.EmailEvent(item.Id);
            row["timestamp"] = _clock.Now.AddDays(item.Day).ToString("yyyy-MM-ddTHH:mm:ssZ");
            return row;
        })];
        JsonObject batch = await _client.IngestAsync(dataset, BatchClient.Lines(rows));
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
        return (string)batch["id"]!;
    }

    // Rows leave after the clock has struck: what is to come is waited for.
    private Task<int> RowsAsync(string dataset, int? until = null) => Polling.UntilAsync(
        async () =>
        {
            JsonObject preview = await _fixture.Client.CallAsync(
                200, HttpMethod.Get, $"/data/foundation/export/datasets/{dataset}/preview");
            return preview["data"]!.AsArray().Count;
        },
        count => until is null || count == until);

    private async Task<IEnumerable<string>> EventsAsync()
    {
        (int status, JsonObject events) = await new ProfileClient(_fixture).SendAsync(
            "schema.name=_xdm.context.experienceevent&relatedSchema.name=_xdm.context.profile"
            + $"&relatedEntityId={User}&relatedEntityIdNS=ECID");
        Assert.True(status == 200, events.ToJsonString());
        return events["children"]!.AsArray().Select(item => (string)item!["entity"]!["_id"]!).Order();
    }

    private async Task SetAsync(string dataset, string? lake, string? profile = null)
    {
        var stores = new JsonObject { ["adobe_lakeHouse"] = Period(lake) };
        if (profile is not null)
            stores["adobe_unifiedProfile"] = Period(profile);
        (int status, JsonNode answer) =
            await _client.Catalog.SendAsync(HttpMethod.Patch, $"/v2/dataSets/{dataset}", new JsonObject { ["extensions"] = stores });
        Assert.True(status == 200, answer.ToJsonString());
    }

    private static JsonObject Period(string? value) => new() { ["rowExpiration"] = new JsonObject { ["ttlValue"] = value } };
}
