using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Bad input gets an error that says what is wrong, and nothing is half created.</summary>
public sealed class MovedDataTests(Platform platform) : IClassFixture<Platform>
{
    public static TheoryData<string> Names { get; } = [.. MovedDataCases.All.Select(bad => bad.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BadInputIsRefusedAndNothingIsLeft(string name)
    {
        MovedDataCase bad = MovedDataCases.All.Single(one => one.Name == name);
        using LandingZoneContainer zone = await platform.OpenZoneAsync(LandingZoneType.UserDropZone);
        string before = await StateAsync(zone);

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => bad.Act(platform, zone));

        Assert.IsAssignableFrom(bad.Error, error);
        Assert.Contains(bad.Says, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await StateAsync(zone));
    }

    private async Task<string> StateAsync(LandingZoneContainer zone) => string.Join(
        ' ',
        "flows", await platform.Aep.Flows.ListAsync().CountAsync(),
        "connections", await platform.Aep.Flows.Connections.ListAsync().CountAsync(),
        "sources", await platform.Aep.Flows.SourceConnections.ListAsync().CountAsync(),
        "targets", await platform.Aep.Flows.TargetConnections.ListAsync().CountAsync(),
        "mappings", await platform.Aep.Mappings.ListAsync().CountAsync(),
        "files", await zone.ListAsync().CountAsync());
}
