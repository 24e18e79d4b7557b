using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

/// <summary>How often external audiences may be ingested, and how long their members live, by a clock that the test moves.</summary>
public sealed class ExternalAudienceLimitTests : IAsyncLifetime
{
    private const string Base = "/data/core/ais/external-audience";
    private readonly MovableClock _clock = new();
    private EmulatorFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await _clock.StartAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Members_are_forgotten_when_the_days_since_the_last_ingestion_are_over()
    {
        var segments = new SegmentationClient(_fixture);
        await segments.CreatePeopleAsync(("t1", 0.9, "Basel"));
        await new LandingZoneClient(_fixture).DropAsync("ttl.csv", "ppid\nt1\n");
        string audience = await CreateAsync("Short-lived", "ttl.csv", days: 3);
        await IngestAsync(audience);
        Assert.NotNull(await MembershipAsync(audience));
        await MoveAsync(TimeSpan.FromDays(2));
        // Each ingestion begins the days anew.
        await IngestAsync(audience);
        await MoveAsync(TimeSpan.FromDays(2));
        Assert.NotNull(await MembershipAsync(audience));
        await MoveAsync(TimeSpan.FromDays(1));
        Assert.Null(await _clock.RunUntilAsync(() => MembershipAsync(audience), membership => membership is null));
        Assert.Equal(
            200, (await _fixture.Client.CallAsync(HttpMethod.Get, $"/data/core/ups/audiences/{audience}")).Status); // it stays itself
    }

    [Fact]
    public async Task An_audience_is_ingested_ten_times_a_day_and_a_sandbox_a_hundred_times()
    {
        await new LandingZoneClient(_fixture).DropAsync("often.csv", "ppid\nnobody\n");
        string first = await CreateAsync("Often 0", "often.csv", days: 30);
        for (int i = 0; i < 10; i++)
            await IngestAsync(first);
        (int status, JsonObject refused) = await StartAsync(first);
        Assert.Equal(422, status);
        Assert.Contains("10 times today", (string?)refused["detail"]);
        for (int audience = 1; audience < 10; audience++)
        {
            string other = await CreateAsync($"Often {audience}", "often.csv", days: 30);
            for (int i = 0; i < 10; i++)
                await IngestAsync(other);
        }
        (status, refused) = await StartAsync(await CreateAsync("Once too often", "often.csv", days: 30));
        Assert.Equal(422, status);
        Assert.Contains("100 times a day", (string?)refused["detail"]);
        // The day is over.
        await MoveAsync(TimeSpan.FromDays(1));
        await IngestAsync(first);
    }

    private async Task<string> CreateAsync(string name, string path, int days)
    {
        JsonObject asked = await _fixture.Client.CallAsync(202, HttpMethod.Post, Base, JsonCalls.Json($$"""
            { "name": "{{name}}", "originName": "CUSTOM_UPLOAD", "ttlInDays": {{days}}, "namespace": "partner",
              "fields": [{ "name": "ppid", "type": "string", "identityNs": "ECID" }],
              "sourceSpec": { "params": { "path": "{{path}}", "type": "file", "cloudType": "DLZ" } } }
            """));
        JsonObject done = await Polling.UntilAsync(
            () => _fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/operations/{asked["operationId"]}"),
            operation => (string?)operation["status"] != "PROCESSING");
        return (string)done["audienceId"]!;
    }

    private Task<(int Status, JsonObject Body)> StartAsync(string audience) => _fixture.Client.CallAsync(
        HttpMethod.Post, $"{Base}/{audience}/runs", JsonCalls.Json(
            """{ "dataFilterStartTime": 764245635, "dataFilterEndTime": 4102444800 }"""));

    private async Task IngestAsync(string audience)
    {
        (int status, JsonObject asked) = await StartAsync(audience);
        Assert.True(status == 200, asked.ToJsonString());
        JsonObject done = await Polling.UntilAsync(
            () => _fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/{audience}/runs/{asked["runId"]}"),
            run => (string?)run["status"] != "PROCESSING");
        Assert.True((string?)done["status"] == "SUCCESS", done.ToJsonString());
    }

    private async Task<JsonNode?> MembershipAsync(string audience) =>
        (await new SegmentationClient(_fixture).Profiles.GetAsync("t1"))["segmentMembership"]!["partner"]?[audience];

    // A token lives a day.
    private async Task MoveAsync(TimeSpan time)
    {
        _clock.Time.Advance(time);
        await _fixture.LogInAsync();
    }
}
