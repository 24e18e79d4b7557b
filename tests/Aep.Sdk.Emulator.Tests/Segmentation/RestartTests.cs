using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Catalog;
using Aep.Sdk.Emulator.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

public sealed class RestartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Work waits for a clock that does not move: it is still to be done when the platform stops.
    private Task<EmulatorFixture> StartAsync(bool stopped = false) => EmulatorFixture.StartAsync(new AepEmulatorOptions
    {
        DataFolder = _folder.Path,
        ProcessingTime = TimeSpan.FromMilliseconds(10),
        TimeProvider = stopped ? new FakeTimeProvider(DateTimeOffset.UtcNow) : TimeProvider.System,
    });

    [Fact]
    public async Task Profiles_graphs_and_audiences_are_there_again_and_work_that_was_asked_for_is_done()
    {
        (string segment, string people, string union) = await PrepareAsync();
        string job, export, delete;
        EmulatorFixture fixture = await StartAsync(stopped: true);
        try
        {
            var segments = new SegmentationClient(fixture);
            job = (string)(await segments.StartAsync(segment))["id"]!;
            export = (await fixture.Client.CallAsync(200, HttpMethod.Post, SegmentationClient.Base + "/export/jobs", JsonCalls.Json(
                $$"""{ "schema": { "name": "_xdm.context.profile" }, "destination": { "datasetId": "{{union}}" } }""")))["id"]!.ToString();
            delete = (string)(await fixture.Client.CallAsync(200, HttpMethod.Post, SegmentationClient.Base + "/system/jobs",
                new JsonObject { ["dataSetId"] = people }))["id"]!;
        }
        finally
        {
            await fixture.DisposeAsync();
        }
        fixture = await StartAsync();
        try
        {
            Assert.Equal("SUCCEEDED", await EndOfAsync(fixture, "/segment/jobs/" + job));
            Assert.Equal("SUCCEEDED", await EndOfAsync(fixture, "/export/jobs/" + export));
            Assert.Equal("COMPLETED", await EndOfAsync(fixture, "/system/jobs/" + delete));
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_job_that_had_begun_does_not_stay_at_it()
    {
        (string segment, _, string union) = await PrepareAsync();
        EmulatorFixture fixture = await StartAsync(stopped: true);
        string job = (string)(await new SegmentationClient(fixture).StartAsync(segment))["id"]!;
        string export = (await fixture.Client.CallAsync(200, HttpMethod.Post, SegmentationClient.Base + "/export/jobs", JsonCalls.Json(
            $$"""{ "schema": { "name": "_xdm.context.profile" }, "destination": { "datasetId": "{{union}}" } }""")))["id"]!.ToString();
        await fixture.DisposeAsync();
        // As a crash in the middle leaves them.
        foreach (string file in Directory.EnumerateFiles(_folder.Path, "*.json", SearchOption.AllDirectories))
        {
            string text = await File.ReadAllTextAsync(file);
            if (text.Contains(job) || text.Contains("\"exportJob\""))
                await File.WriteAllTextAsync(file, text.Replace("\"QUEUED\"", "\"PROCESSING\"").Replace("\"NEW\"", "\"PROCESSING\""));
        }
        fixture = await StartAsync();
        try
        {
            Assert.Equal("SUCCEEDED", await EndOfAsync(fixture, "/segment/jobs/" + job));
            Assert.Equal("FAILED", await EndOfAsync(fixture, "/export/jobs/" + export));
            (_, JsonObject failed) = await fixture.Client.CallAsync(HttpMethod.Get, SegmentationClient.Base + "/export/jobs/" + export);
            Assert.Contains("stopped", (string?)failed["errors"]![0]!["msg"]);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    // Two fragments that share an identity, and an audience that was evaluated; the platform shows the same at its next start.
    private async Task<(string Segment, string People, string Union)> PrepareAsync()
    {
        EmulatorFixture fixture = await StartAsync();
        string segment, people, union;
        JsonObject before;
        try
        {
            var segments = new SegmentationClient(fixture);
            people = await segments.Profiles.CreateStitchedDatasetAsync(
                """{ "propensity": { "type": "number" }, "city": { "type": "string" } }""");
            await segments.Profiles.IngestAsync(people, """{ "userid": "r1", "email": "r@x.org", "propensity": 0.9 }""");
            await segments.Profiles.IngestAsync(people, """{ "userid": "r2", "email": "r@x.org", "city": "Bern" }""");
            segment = await segments.CreateAsync("Likely", "_tenant.propensity > 0.5 and _tenant.city = \"Bern\"");
            await segments.EvaluateAsync(segment);
            before = await segments.Profiles.GetAsync("r2");
            Assert.Equal("realized", (string?)before["segmentMembership"]!["ups"]![segment]!["status"]);
            (_, JsonNode created) = await new CatalogClient(fixture).SendAsync(
                HttpMethod.Post, "/dataSets", CatalogClient.Dataset("Export", "https://ns.adobe.com/xdm/context/profile__union"));
            union = ((string)created[0]!)["@/dataSets/".Length..];
        }
        finally
        {
            await fixture.DisposeAsync();
        }
        EmulatorFixture again = await StartAsync();
        try
        {
            JsonObject after = await new SegmentationClient(again).Profiles.GetAsync("r1");
            Assert.Equal(before.ToJsonString(), after.ToJsonString());
        }
        finally
        {
            await again.DisposeAsync();
        }
        return (segment, people, union);
    }

    private static async Task<string?> EndOfAsync(EmulatorFixture fixture, string path) => (string?)(await Polling.UntilAsync(
        () => fixture.Client.CallAsync(200, HttpMethod.Get, SegmentationClient.Base + path),
        job => (string?)job["status"] is not ("NEW" or "QUEUED" or "PROCESSING")))["status"];
}
