using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Catalog;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

public sealed class AudienceLifeTests : IAsyncLifetime
{
    private EmulatorFixture _fixture = null!;
    private SegmentationClient _segments = null!;

    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync();
        _segments = new SegmentationClient(_fixture);
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Definitions_are_audiences_and_audiences_from_elsewhere_stand_beside_them()
    {
        string own = await _segments.CreateAsync("Own", "true");
        (int status, JsonObject external) = await _segments.SendAsync(HttpMethod.Post, "/audiences", JsonCalls.Json(
            """{ "name": "Other", "type": "ExternalSegment", "audienceId": "x-1", "namespace": "aam" }"""));
        Assert.True(status == 201, external.ToJsonString());
        (_, JsonObject page) = await _segments.SendAsync(HttpMethod.Get, "/audiences?limit=1");
        Assert.Equal("1", (string?)page["_page"]!["next"]);
        Assert.Equal(own, (string?)page["children"]![0]!["audienceId"]);
        (_, JsonObject last) = await _segments.SendAsync(HttpMethod.Get, "/audiences?limit=1&start=1");
        Assert.Equal("0", (string?)last["_page"]!["next"]);
        Assert.Equal("aam", (string?)last["children"]![0]!["namespace"]);
        (status, JsonObject both) = await _segments.SendAsync(
            HttpMethod.Post, "/audiences/bulk-get", JsonNode.Parse($$"""{ "ids": [{ "id": "{{own}}" }, { "id": "none" }] }"""));
        Assert.Equal(207, status);
        Assert.Equal("SegmentDefinition", (string?)both["results"]![own]!["type"]);
        Assert.Equal(404, (int)both["results"]!["none"]!["errors"]!["404"]![0]!["code"]!);
        (_, JsonObject spaces) = await _segments.SendAsync(HttpMethod.Get, "/search/namespaces?schema.name=_xdm.context.profile");
        Assert.Equal(1, (int)spaces["totalCount"]!);
        Assert.Equal(204, (await _segments.SendAsync(HttpMethod.Delete, $"/audiences/{external["id"]}")).Status);
        Assert.Equal(204, (await _segments.SendAsync(HttpMethod.Delete, $"/audiences/{own}")).Status);
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Get, $"/segment/definitions/{own}"), 404, own);
    }

    [Fact]
    public async Task A_rule_may_ask_for_the_members_of_another()
    {
        await _segments.CreatePeopleAsync(("a", 0.9, "Basel"), ("b", 0.9, "Bern"), ("c", 0.1, "Bern"));
        string likely = await _segments.CreateAsync("Likely", "_tenant.propensity > 0.5");
        string both = await _segments.CreateAsync("Both", $"inSegment(\"{likely}\") and _tenant.city = \"Bern\"");
        Assert.Equal(1, (int)(await _segments.EvaluateAsync(both))["metrics"]!["segmentedProfileCounter"]![both]!);
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Delete, $"/segment/definitions/{likely}"), 400, both);
        JsonNode circle =
            JsonNode.Parse($$"""{ "expression": { "type": "PQL", "format": "pql/text", "value": "inSegment(\"{{both}}\")" } }""")!;
        SegmentationClient.AssertRefused(
            await _segments.SendAsync(HttpMethod.Patch, $"/segment/definitions/{likely}", circle), 400, "its own members");
    }

    [Fact]
    public async Task Members_are_exported_into_a_dataset()
    {
        await _segments.CreatePeopleAsync(("a", 0.9, "Basel"), ("b", 0.9, null), ("c", 0.1, "Bern"));
        string likely = await _segments.CreateAsync("Likely", "_tenant.propensity > 0.5");
        await _segments.EvaluateAsync(likely);
        var catalog = new CatalogClient(_fixture);
        (int status, JsonNode created) = await catalog.SendAsync(
            HttpMethod.Post, "/dataSets", CatalogClient.Dataset("Members", "https://ns.adobe.com/xdm/context/profile__union"));
        Assert.True(status == 201, created.ToJsonString());
        string dataset = ((string)created[0]!)["@/dataSets/".Length..];
        (status, JsonObject job) = await _segments.SendAsync(HttpMethod.Post, "/export/jobs", JsonNode.Parse($$"""
            { "schema": { "name": "_xdm.context.profile" }, "destination": { "datasetId": "{{dataset}}" },
              "filter": { "segments": [{ "segmentId": "{{likely}}", "segmentNs": "ups", "status": ["realized"] }] } }
            """));
        Assert.True(status == 200, job.ToJsonString());
        job = await Polling.UntilAsync(
            async () => (await _segments.SendAsync(HttpMethod.Get, $"/export/jobs/{job["id"]}")).Body,
            body => (string?)body["status"] is "SUCCEEDED" or "FAILED");
        Assert.True((string?)job["status"] == "SUCCEEDED", job.ToJsonString());
        JsonObject batch = await catalog.GetBatchAsync((string)job["destination"]!["batchId"]!);
        Assert.Equal(2, (int)batch["recordCount"]!);
    }

    [Fact]
    public async Task An_audience_without_members_is_exported_as_nothing()
    {
        await _segments.CreatePeopleAsync();
        string nobody = await _segments.CreateAsync("Nobody", "_tenant.propensity > 2");
        await _segments.EvaluateAsync(nobody);
        (_, JsonNode created) = await new CatalogClient(_fixture).SendAsync(
            HttpMethod.Post, "/dataSets", CatalogClient.Dataset("Nobody", "https://ns.adobe.com/xdm/context/profile__union"));
        string dataset = ((string)created[0]!)["@/dataSets/".Length..];
        (_, JsonObject job) = await _segments.SendAsync(HttpMethod.Post, "/export/jobs", JsonNode.Parse($$"""
            { "schema": { "name": "_xdm.context.profile" }, "destination": { "datasetId": "{{dataset}}" },
              "filter": { "segments": [{ "segmentId": "{{nobody}}" }] } }
            """));
        job = await Polling.UntilAsync(
            async () => (await _segments.SendAsync(HttpMethod.Get, $"/export/jobs/{job["id"]}")).Body,
            body => (string?)body["status"] is "SUCCEEDED" or "FAILED");
        Assert.True((string?)job["status"] == "SUCCEEDED", job.ToJsonString());
    }

    [Fact]
    public async Task A_job_is_cancelled_before_it_runs()
    {
        var clock = new StoppedClock();
        EmulatorFixture slow = await clock.StartAsync();
        try
        {
            var segments = new SegmentationClient(slow);
            JsonObject job = await segments.StartAsync(await segments.CreateAsync("All", "true"));
            Assert.Equal(204, (await segments.SendAsync(HttpMethod.Delete, $"/segment/jobs/{job["id"]}")).Status);
            Assert.Equal("CANCELLED", (string?)(await segments.SendAsync(HttpMethod.Get, $"/segment/jobs/{job["id"]}")).Body["status"]);
        }
        finally
        {
            await slow.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_schedule_starts_its_job_when_its_time_has_come()
    {
        var clock = new StoppedClock();
        EmulatorFixture slow = await clock.StartAsync();
        try
        {
            var segments = new SegmentationClient(slow);
            string all = await segments.CreateAsync("All", "true");
            (int status, JsonObject schedule) = await segments.SendAsync(HttpMethod.Post, "/config/schedules", JsonCalls.Json(
                """
                { "name": "each minute", "type": "batch_segmentation", "properties": { "segments": ["*"] }, "schedule": "0 * * * * ?",
                 "state": "inactive" }
                """));
            Assert.True(status == 200, schedule.ToJsonString());
            clock.Time.Advance(TimeSpan.FromMinutes(3));
            Assert.Empty((await segments.SendAsync(HttpMethod.Get, "/segment/jobs")).Body["children"]!.AsArray());
            JsonNode activate = JsonNode.Parse("""[{ "op": "add", "path": "/state", "value": "active" }]""")!;
            Assert.Equal(204, (await segments.SendAsync(HttpMethod.Patch, $"/config/schedules/{schedule["id"]}", activate)).Status);
            (_, JsonObject jobs) = await clock.RunUntilAsync(
                () => segments.SendAsync(HttpMethod.Get, "/segment/jobs?status=SUCCEEDED"),
                answer => answer.Body["children"]!.AsArray().Count > 0);
            JsonNode job = jobs["children"]![0]!;
            Assert.Equal("scheduler", (string?)job["source"]);
            Assert.Equal(all, (string?)job["segments"]![0]!["segmentId"]);
            Assert.Equal((string?)schedule["id"], (string?)job["properties"]!["scheduleId"]);
        }
        finally
        {
            await slow.DisposeAsync();
        }
    }
}
