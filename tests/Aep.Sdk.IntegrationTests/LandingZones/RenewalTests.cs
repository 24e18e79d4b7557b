using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones;

/// <summary>Credentials end. A landing zone that was opened from a client fetches new ones in time.</summary>
public abstract class RenewalTests(Platform platform, TimeSpan lifetime)
{
    [Fact]
    public async Task CredentialsAreRenewedBeforeTheyEnd()
    {
        var time = new ShiftedTime();
        await using AepClient aep = platform.Connect(time);
        using LandingZoneContainer zone = await LandingZoneContainer.OpenAsync(aep, LandingZoneType.UserDropZone, platform.ZoneOptions());
        await zone.UploadAsync("before", Stream.Null);
        LandingZoneCredentials first = zone.Credentials;

        time.Advance(lifetime - TimeSpan.FromMinutes(7));
        await zone.UploadAsync("still good", Stream.Null);
        Assert.Same(first, zone.Credentials);

        time.Advance(TimeSpan.FromMinutes(3)); // four minutes are left
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => zone.UploadAsync($"renewed/{i}", Stream.Null)));
        Assert.NotSame(first, zone.Credentials);
        Assert.Equal(8, await zone.ListAsync("renewed/").CountAsync());
    }
}

public sealed class AzureRenewalTests(Platform platform) : RenewalTests(platform, TimeSpan.FromDays(7)), IClassFixture<Platform>;

public sealed class S3RenewalTests(S3Platform platform) : RenewalTests(platform, TimeSpan.FromHours(12)), IClassFixture<S3Platform>;
