using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Drafts, own specifications, and the datasets that can be exported.</summary>
public sealed class DraftTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly FlowClient _flows = new(fixture);

    [Fact]
    public async Task A_draft_is_completed_and_published()
    {
        string source = await _flows.CreateAsync("sourceConnections", FlowClient.Connection("Profiles", FlowClient.ProfileStore));
        string target = await _flows.CreateAsync("targetConnections", FlowClient.Connection("Folder", FlowClient.LandingZoneDestination));
        string id = await _flows.CreateAsync("flows?mode=draft", new JsonObject { ["name"] = "Soon" });
        JsonObject draft = await _flows.GetAsync("flows", id);
        Assert.Equal("draft", (string?)draft["state"]);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/flows/{id}/action?op=publish"), 400);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/flows/{id}/action?op=enable"), 400);

        var patch = new JsonArray();
        foreach ((string name, JsonNode? value) in FlowClient.Flow("Soon", FlowClient.LandingZoneExport, source, target))
            patch.Add(new JsonObject { ["op"] = "add", ["path"] = "/" + name, ["value"] = value?.DeepClone() });
        Assert.Equal(200, (await _flows.SendAsync(HttpMethod.Patch, $"/flows/{id}", patch, (string)draft["etag"]!)).Status);
        Assert.Equal(200, (await _flows.SendAsync(HttpMethod.Post, $"/flows/{id}/action?op=publish")).Status);
        Assert.Equal("enabled", (string?)(await _flows.GetAsync("flows", id))["state"]);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/flows/{id}/action?op=publish"), 400);
    }

    [Fact]
    public async Task A_draft_that_is_not_possible_does_not_stop_the_other_flows()
    {
        var clock = new MovableClock();
        EmulatorFixture own = await clock.StartAsync();
        try
        {
            var flow = new ScheduledFlow(clock, own);
            await flow.Flows.CreateAsync("flows?mode=draft", new JsonObject
            {
                ["name"] = "Soon",
                ["flowSpec"] = new JsonObject { ["id"] = FlowClient.LandingZoneExport },
                ["scheduleParams"] = new JsonObject { ["startTime"] = "tomorrow", ["timeUnit"] = "hour", ["interval"] = 3 },
            });
            await flow.CreateAsync(ScheduledFlow.Every3Hours(clock.Now.AddHours(1)));
            await flow.IngestAsync("a");
            clock.Time.Advance(TimeSpan.FromHours(1));
            await flow.RunsAsync(1);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("connections")]
    [InlineData("sourceConnections")]
    [InlineData("targetConnections")]
    public async Task Connections_are_drafts_too(string kind)
    {
        string id = await _flows.CreateAsync($"{kind}?mode=draft", FlowClient.Connection("Soon", FlowClient.LandingZoneDestination));
        Assert.Equal(200, (await _flows.SendAsync(HttpMethod.Post, $"/{kind}/{id}/action?op=PUBLISH")).Status);
        Assert.Equal("enabled", (string?)(await _flows.GetAsync(kind, id))["state"]);
        Assert.Equal(501, (await _flows.SendAsync(HttpMethod.Post, $"/{kind}/{id}/action?op=FINALIZE")).Status);
    }

    [Theory]
    [InlineData("connectionSpecs", FlowClient.LandingZoneDestination)]
    [InlineData("flowSpecs", FlowClient.LandingZoneExport)]
    public async Task Own_specifications_are_kept_and_those_of_adobe_are_not_changed(string kind, string adobe)
    {
        var spec = new JsonObject { ["name"] = "Mine", ["providerId"] = Guid.NewGuid().ToString(), ["version"] = "1.0" };
        string id = (string)(await fixture.Client.CallAsync(201, HttpMethod.Post, $"{FlowClient.Base}/{kind}", spec))["id"]!;
        spec["name"] = "Mine, too";
        await fixture.Client.CallAsync(200, HttpMethod.Put, $"{FlowClient.Base}/{kind}/{id}", spec);
        Assert.Equal("Mine, too", (string?)(await _flows.GetAsync(kind, id))["name"]);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Put, $"/{kind}/{adobe}", spec.DeepClone()), 400);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Put, $"/{kind}/{Guid.Empty}", spec.DeepClone()), 404);
        spec.Remove("providerId");
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/{kind}", spec), 400);
    }

    [Fact]
    public async Task The_datasets_that_can_be_exported_are_listed_by_page()
    {
        string dataset = await new BatchClient(fixture).CreateDatasetAsync();
        const string Path = $"connectionSpecs/{FlowClient.ActivationDataLake}/configs?outputType=activationDatasets&outputField=datasets";
        JsonObject page = await _flows.ListAsync(Path + "&start=0&limit=100");
        Assert.Contains(page["items"]!.AsArray(), item => (string?)item!["id"] == dataset);
        Assert.False((bool)page["pageInfo"]!["hasNext"]!);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Get, $"/connectionSpecs/{FlowClient.ActivationDataLake}/configs"), 400);
        Assert.Equal(501, (await _flows.SendAsync(HttpMethod.Get, $"/connectionSpecs/{FlowClient.LandingZoneSource}/configs")).Status);
    }
}
