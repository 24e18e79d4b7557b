using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

public sealed class JobTests : IAsyncLifetime
{
    private const string Jobs = "/segment/jobs";
    private EmulatorFixture _fixture = null!;
    private SegmentationClient _segments = null!;

    // A platform a test: a job counts all profiles of the sandbox.
    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync();
        _segments = new SegmentationClient(_fixture);
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_job_counts_who_qualifies()
    {
        await _segments.CreatePeopleAsync(("a", 0.1, "Basel"), ("b", 0.2, null), ("c", 0.9, "Bern"), ("d", null, "Bern"));
        string likely = await _segments.CreateAsync("Likely", "_tenant.propensity >= 0.2");
        string bern = await _segments.CreateAsync("Bern", "_tenant.city = \"Bern\"");
        string nobody = await _segments.CreateAsync("Nobody", "_tenant.propensity > 1");
        JsonObject job = await _segments.StartAsync(likely, bern, nobody);
        Assert.Equal("QUEUED", (string?)job["status"]);
        Assert.Null(job["metrics"]);
        Assert.Equal([likely, bern, nobody], job["segments"]!.AsArray().Select(segment => (string?)segment!["segmentId"]));

        job = await _segments.FinishAsync(job);
        Assert.True((string?)job["status"] == "SUCCEEDED", job.ToJsonString());
        JsonNode metrics = job["metrics"]!;
        Assert.Equal(4, (int)metrics["totalProfiles"]!);
        Assert.Equal([2, 2, 0], Counts(metrics["segmentedProfileCounter"], likely, bern, nobody));
        Assert.Equal(2, (int)metrics["segmentedProfileByNamespaceCounter"]![likely]!["ecid"]!);
        JsonNode time = metrics["totalTime"]!;
        Assert.Equal((long)time["endTimeInMs"]! - (long)time["startTimeInMs"]!, (long)time["totalTimeInMs"]!);
    }

    [Fact]
    public async Task The_profile_says_since_when_it_is_in_the_audience()
    {
        await _segments.CreatePeopleAsync(("a", 0.1, null), ("b", 0.2, null));
        string likely = await _segments.CreateAsync("Likely", "_tenant.propensity >= 0.2");
        Assert.Empty((await _segments.Profiles.GetAsync("b"))["segmentMembership"]!["ups"]!.AsObject());
        await _segments.EvaluateAsync(likely);
        Assert.Empty((await _segments.Profiles.GetAsync("a"))["segmentMembership"]!["ups"]!.AsObject());
        JsonNode membership = (await _segments.Profiles.GetAsync("b"))["segmentMembership"]!["ups"]![likely]!;
        Assert.Equal("realized", (string?)membership["status"]);
        Assert.True(DateTime.TryParse((string?)membership["lastQualificationTime"], null, out _));
    }

    [Fact]
    public async Task Who_does_not_qualify_any_more_has_exited()
    {
        string dataset = await _segments.CreatePeopleAsync(("stays", 0.5, null), ("leaves", 0.5, null));
        string likely = await _segments.CreateAsync("Likely", "_tenant.propensity >= 0.2");
        await _segments.EvaluateAsync(likely);
        await _segments.AddPeopleAsync(dataset, ("leaves", 0.1, null));
        JsonNode metrics = (await _segments.EvaluateAsync(likely))["metrics"]!;
        Assert.Equal(1, (int)metrics["segmentedProfileCounter"]![likely]!);
        Assert.Equal(1, (int)metrics["segmentedProfileByStatusCounter"]![likely]!["exited"]!);
        Assert.Equal("exited", await StatusAsync("leaves", likely));
        Assert.Equal("realized", await StatusAsync("stays", likely));
        // Gone is gone: the next job counts no exit again.
        metrics = (await _segments.EvaluateAsync(likely))["metrics"]!;
        Assert.Equal(0, (int)metrics["segmentedProfileByStatusCounter"]![likely]!["exited"]!);
        Assert.Equal("exited", await StatusAsync("leaves", likely));
    }

    [Fact]
    public async Task A_job_about_nothing_or_about_the_unknown_is_refused()
    {
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Post, Jobs, new JsonArray()), 400, "between 1 and");
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Post, Jobs, JsonNode.Parse("[{}]")), 400, "segmentId");
        SegmentationClient.AssertRefused(
            await _segments.SendAsync(HttpMethod.Post, Jobs, JsonNode.Parse("""[{ "segmentId": "0" }]""")), 404, "0");
        SegmentationClient.AssertRefused(await _segments.SendAsync(HttpMethod.Get, Jobs + "/0"), 404, "0");
        Assert.Empty((await _segments.SendAsync(HttpMethod.Get, Jobs)).Body["children"]!.AsArray());
    }

    [Fact]
    public async Task A_definition_deleted_meanwhile_fails_its_job()
    {
        var clock = new StoppedClock();
        EmulatorFixture slow = await clock.StartAsync();
        try
        {
            var segments = new SegmentationClient(slow);
            string id = await segments.CreateAsync("Gone", "true");
            JsonObject job = await segments.StartAsync(id);
            await segments.SendAsync(HttpMethod.Delete, $"/segment/definitions/{id}");
            string path = $"{Jobs}/{job["id"]}";
            (_, job) = await clock.RunUntilAsync(
                () => segments.SendAsync(HttpMethod.Get, path), answer => (string?)answer.Body["status"] is not ("QUEUED" or "PROCESSING"));
            Assert.Equal("FAILED", (string?)job["status"]);
            Assert.Contains(id, (string?)job["errors"]![0]!["msg"]);
        }
        finally
        {
            await slow.DisposeAsync();
        }
    }

    [Fact]
    public async Task Listings_give_the_page_and_the_status_that_are_asked_for()
    {
        string all = await _segments.CreateAsync("All", "true");
        List<string> created = [];
        for (int i = 0; i < 5; i++)
            created.Add((string)(await _segments.EvaluateAsync(all))["id"]!);
        Assert.Equal(created, await IdsAsync(""));
        Assert.Equal(created[..2], await IdsAsync("?limit=2"));
        Assert.Equal(created[4..], await IdsAsync("?start=4&limit=2"));
        Assert.Equal(created, await IdsAsync("?status=SUCCEEDED"));
        Assert.Empty(await IdsAsync("?status=FAILED"));
    }

    private async Task<IEnumerable<string>> IdsAsync(string query)
    {
        (_, JsonObject body) = await _segments.SendAsync(HttpMethod.Get, Jobs + query);
        JsonArray jobs = body["children"]!.AsArray();
        Assert.Equal(jobs.Count, (int)body["_page"]!["pageSize"]!);
        return jobs.Select(job => (string)job!["id"]!);
    }

    private static IEnumerable<int> Counts(JsonNode? counter, params string[] segments) => segments.Select(id => (int)counter![id]!);

    private async Task<string?> StatusAsync(string person, string segment) =>
        (string?)(await _segments.Profiles.GetAsync(person))["segmentMembership"]!["ups"]![segment]!["status"];
}
