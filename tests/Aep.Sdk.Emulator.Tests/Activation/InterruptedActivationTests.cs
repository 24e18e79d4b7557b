using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.FlowService;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Activation;

/// <summary>Incremental files of an audience while the platform is stopped in their middle: each person stands in one of them.</summary>
public sealed class InterruptedActivationTests
{
    private const int Stops = 6, Seed = 11;

    [Fact]
    public async Task Each_person_is_exported_once_wherever_the_platform_stops()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path };
        var clock = new MovableClock();
        var random = new Random(Seed);
        EmulatorFixture fixture = await clock.StartAsync(options);
        try
        {
            var activation = new ActivationFlow(fixture);
            string people = await activation.Segments.CreatePeopleAsync(), all = await activation.Segments.CreateAsync("All", "true");
            string flow = await CreateAsync(activation, all);
            clock.Time.Advance(TimeSpan.FromMinutes(20)); // the first run is at 01:00
            for (int stop = 0; stop < Stops; stop++)
            {
                await activation.Segments.AddPeopleAsync(people, ($"person {stop}", 0.5, null));
                await activation.Segments.EvaluateAsync(all);
                clock.Time.Advance(stop == 0 ? TimeSpan.FromMinutes(30) : TimeSpan.FromHours(3));
                for (int i = random.Next(8); i > 0; i--)
                    await activation.Flows.ListAsync("runs?limit=1");
                await fixture.DisposeAsync();

                fixture = await clock.StartAsync(options);
                activation = new ActivationFlow(fixture);
                await RunsAsync(clock, activation, flow, stop + 1);
                Assert.Equal(Enumerable.Range(0, stop + 1).Select(person => $"person {person}"), await ExportedAsync(fixture));
            }
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "sandboxes", "dev", "exports")));
            // Of the members of earlier exports nothing is kept.
            Assert.Single(Directory.EnumerateFiles(Path.Combine(folder.Path, "sandboxes", "dev", "activations")));
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    private static async Task<string> CreateAsync(ActivationFlow activation, string segment)
    {
        JsonObject parameters = JsonCalls.Json(
            $$"""
            {
              "profileSelectors": { "selectors": [{ "type": "JSON_PATH",
               "value": { "path": "{{activation.Segments.Profiles.Tenant}}.userid" } }] },
              "segmentSelectors": { "selectors": [{ "type": "PLATFORM_SEGMENT", "value": {
                "id": "{{segment}}", "name": "All", "filenameTemplate": "%SEGMENT_NAME%_%TIMESTAMP%",
                 "exportMode": "FIRST_FULL_THEN_INCREMENTAL",
                "schedule": { "frequency": "EVERY_3_HOURS", "triggerType": "SCHEDULED", "startDate": "2026-03-01",
                 "startTime": "01:00" } } }] }
            }
            """);
        string source = await activation.Flows.CreateAsync("sourceConnections", FlowClient.Connection("Profiles", FlowClient.ProfileStore));
        JsonObject folder = FlowClient.Connection("Folder", FlowClient.LandingZoneDestination, new JsonObject { ["path"] = "people" });
        string target = await activation.Flows.CreateAsync("targetConnections", folder);
        JsonObject flow = FlowClient.Flow("Activation", FlowClient.LandingZoneExport, source, target);
        flow["transformations"] = new JsonArray(new JsonObject { ["name"] = "GeneralTransform", ["params"] = parameters });
        return await activation.Flows.CreateAsync("flows", flow);
    }

    private static Task<JsonArray> RunsAsync(MovableClock clock, ActivationFlow activation, string flow, int count) => clock.RunUntilAsync(
        async () => (await activation.Flows.ListAsync($"runs?property=flowId=={flow}&limit=100"))["items"]!.AsArray(),
        runs => runs.Count == count && runs.All(run => FlowClient.Status(run!) == "success"));

    private static async Task<IEnumerable<string>> ExportedAsync(EmulatorFixture fixture)
    {
        var landingZone = new LandingZoneClient(fixture);
        var rows = new List<string>();
        foreach (string name in await landingZone.ListAsync(LandingZoneClient.Destination, "people/"))
            rows.AddRange(
                Encoding.UTF8.GetString(await landingZone.ReadAsync(LandingZoneClient.Destination, name)).TrimEnd('\n').Split('\n')[1..]);
        return rows.Order(StringComparer.Ordinal);
    }
}
