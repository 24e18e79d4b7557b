using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Activation;
using Aep.Sdk.Emulator.Tests.FlowService;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.DestinationAuthoring;

/// <summary>Tests of an instance of a file destination: its files are made of profiles that nobody has ingested.</summary>
public sealed class InstanceTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Base = "/data/core/activation/authoring";
    private readonly ActivationFlow _activation = new(fixture);
    private readonly LandingZoneClient _landingZone = new(fixture);

    [Fact]
    public async Task Made_up_profiles_are_activated_to_a_file_for_each_audience()
    {
        (string flow, string[] segments) = await CreateAsync("made-up");
        JsonObject answer = await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/testing/destinationInstance/{flow}");
        Assert.Equal(segments, answer["activations"]!.AsArray().Select(run => (string?)run!["segment"]));
        JsonNode profile = Assert.Single(answer["inputProfiles"]!.AsArray())!;
        Assert.Equal(segments, profile["segmentMembership"]!["ups"]!.AsObject().Select(audience => audience.Key));
        await _activation.Flows.FinishRunsAsync(flow, segments.Length);

        JsonObject results = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/core/activation{answer["results"]}");
        Assert.Equal(
            answer["activations"]!.AsArray().Select(run => (string?)run!["flowRun"]),
            results["items"]!.AsArray().Select(run => (string?)run!["id"]));
        Assert.All(results["items"]!.AsArray(), run => Assert.Equal(1, (int)run!["metrics"]!["recordSummary"]!["outputRecordCount"]!));
        Assert.Equal(2, (await _landingZone.ListAsync(LandingZoneClient.Destination, "made-up/")).Length);
    }

    [Fact]
    public async Task Given_profiles_stand_in_the_files_of_the_audiences_that_they_are_in()
    {
        (string flow, string[] segments) = await CreateAsync("given");
        using HttpResponseMessage samples = await fixture.Client.GetAsync($"{Base}/sample-profiles?destinationInstanceId={flow}&count=2");
        JsonArray profiles = (await samples.Content.ReadFromJsonAsync<JsonArray>())!;
        profiles[0]![_activation.Segments.Profiles.Tenant]!["userid"] = "first";
        profiles[1]![_activation.Segments.Profiles.Tenant]!["userid"] = "second";
        profiles[1]!["segmentMembership"]!["ups"]![segments[1]]!["status"] = "exited";
        var body = new JsonObject { ["profiles"] = profiles };
        await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/testing/destinationInstance/{flow}", body);
        await _activation.Flows.FinishRunsAsync(flow, segments.Length);
        Assert.Equal(["first", "second"], await RowsAsync(segments[0]));
        Assert.Equal(["first"], await RowsAsync(segments[1]));
    }

    [Fact]
    public async Task What_is_no_instance_is_refused()
    {
        string other = await _activation.Flows.CreateFlowAsync("No audience");
        (string flow, _) = await CreateAsync("refused");
        foreach ((string path, int expected) in new[] { (Guid.Empty.ToString(), 404), (other, 400) })
            Assert.Equal(expected, (await fixture.Client.CallAsync(HttpMethod.Post, $"{Base}/testing/destinationInstance/{path}")).Status);
        Assert.Equal(400, (await fixture.Client.CallAsync(
            HttpMethod.Post, $"{Base}/testing/destinationInstance/{flow}", new JsonObject { ["profiles"] = "none" })).Status);
        Assert.Equal(404, (await fixture.Client.CallAsync(
            HttpMethod.Get, $"{Base}/testing/destinationInstance/{flow}/results?flowRunIds={Guid.Empty}")).Status);
        Assert.Empty((await _activation.Flows.ListAsync($"runs?property=flowId=={flow}"))["items"]!.AsArray());
    }

    private async Task<(string Flow, string[] Segments)> CreateAsync(string path)
    {
        string first =
            await _activation.Segments.CreateAsync("First", "true"), second = await _activation.Segments.CreateAsync("Second", "true");
        string[] segments = [first, second];
        return (await _activation.CreateAsync(path, segments, ("userid", "id")), segments);
    }

    // Without the header.
    private async Task<string[]> RowsAsync(string segment)
    {
        byte[] file = await _landingZone.ReadAsync(LandingZoneClient.Destination, $"given/Likely_{segment}.csv");
        return Encoding.UTF8.GetString(file).TrimEnd('\n').Split('\n')[1..];
    }
}
