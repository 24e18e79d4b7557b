using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

public sealed class SpecTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly FlowClient _flows = new(fixture);

    [Theory]
    [InlineData("connectionSpecs", "activation-datalake", FlowClient.ActivationDataLake)]
    [InlineData("connectionSpecs", "dataLake", FlowClient.DataLake)]
    [InlineData("connectionSpecs", "Data Landing Zone", FlowClient.LandingZoneDestination)]
    [InlineData("connectionSpecs", "landing-zone", FlowClient.LandingZoneSource)]
    [InlineData("flowSpecs", "CloudStorageToAEP", FlowClient.CloudStorageToPlatform)]
    [InlineData("flowSpecs", "Data Landing Zone", FlowClient.LandingZoneExport)]
    public async Task A_spec_is_found_by_name_and_by_id(string kind, string name, string id)
    {
        JsonObject listing = await _flows.ListAsync($"{kind}?property=name=={Uri.EscapeDataString(name)}");
        Assert.Equal(id, (string?)Assert.Single(listing["items"]!.AsArray())!["id"]);
        Assert.Equal(name, (string?)(await _flows.GetAsync(kind, id))["name"]);
    }

    [Fact]
    public async Task A_name_in_quotes_is_the_same_name()
    {
        JsonObject listing = await _flows.ListAsync("connectionSpecs?property=name==%22landing-zone%22");
        Assert.Equal(FlowClient.LandingZoneSource, (string?)Assert.Single(listing["items"]!.AsArray())!["id"]);
    }

    [Theory]
    [InlineData("connectionSpecs")]
    [InlineData("flowSpecs")]
    public async Task An_unknown_spec_is_not_found(string kind)
    {
        Assert.Empty((await _flows.ListAsync($"{kind}?property=name==another"))["items"]!.AsArray());
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Get, $"/{kind}/{Guid.Empty}"), 404);
    }
}
