using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones;

/// <summary>Credentials that end before the client thinks so: it learns of it when the storage refuses them.</summary>
public sealed class EndedCredentialsTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task WhatTheStorageRefusesIsTriedOnceMoreWithNewCredentials()
    {
        var time = new ShiftedTime();
        await using AepClient aep = platform.Connect(time);
        using LandingZoneContainer zone = await LandingZoneContainer.OpenAsync(aep, LandingZoneType.UserDropZone, platform.ZoneOptions());
        using LandingZoneContainer given = LandingZoneContainer.Open(zone.Credentials, platform.ZoneOptions());
        platform.Time.Advance(TimeSpan.FromDays(8)); // the platform's clock; the client's goes on

        var error = await Assert.ThrowsAsync<AepPermissionException>(() => given.UploadAsync("a", Stream.Null));
        Assert.Contains("expired", error.Message, StringComparison.Ordinal);

        time.Advance(TimeSpan.FromMinutes(2)); // those that are younger are not asked for again: something else is wrong
        await zone.UploadAsync("a", Stream.Null);
        Assert.Equal(1, await zone.ListAsync().CountAsync());
    }
}
