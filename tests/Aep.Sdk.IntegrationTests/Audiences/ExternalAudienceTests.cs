using System.Text;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Audiences;

/// <summary>A file of the landing zone becomes an audience.</summary>
public sealed class ExternalAudienceTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task A_file_is_brought_in_as_an_audience_followed_changed_and_deleted()
    {
        using LandingZoneContainer zone = await platform.OpenZoneAsync(LandingZoneType.UserDropZone);
        byte[] file = Encoding.UTF8.GetBytes("email,tier\njoe@example.com,gold\nann@example.com,silver\n");
        await zone.UploadAsync("audiences/fans.csv", new MemoryStream(file));
        ExternalAudiencesClient audiences = platform.Aep.Segmentation.ExternalAudiences;
        var definition = new ExternalAudienceDefinition(
            "Fans of the shop",
            [ExternalAudienceField.Identity("email", "Email"), ExternalAudienceField.Of("tier", ExternalFieldType.Text)],
            ExternalAudienceSource.LandingZoneFile($"{zone.Credentials.Root}/audiences/fans.csv"));

        ExternalAudience audience = await (await audiences.CreateAsync(definition)).WaitForCompletionAsync();
        Assert.Equal("Fans of the shop", audience.Name);
        ExternalAudienceRunOperation ingestion = await audiences.IngestAsync(audience.AudienceId!, DateTimeOffset.UtcNow.AddDays(-1));
        ExternalAudienceRun run = await ingestion.WaitForCompletionAsync();

        Assert.Equal(ExternalAudienceStatus.Success, run.Status);
        Assert.Contains(run.RunId, await audiences.ListRunsAsync(audience.AudienceId!).Select(other => other.RunId).ToListAsync());
        Assert.Contains(await platform.Aep.Segmentation.Audiences.ListAsync().ToListAsync(), item => item.Name == "Fans of the shop");
        var changes = new ExternalAudienceChanges { Description = "Buyers" };
        ExternalAudience changed = await audiences.UpdateAsync(audience.AudienceId!, changes);
        Assert.Equal("Buyers", changed.Description);
        await audiences.DeleteAsync(audience.AudienceId!);
        await Assert.ThrowsAsync<AepNotFoundException>(() => audiences.GetRunAsync(audience.AudienceId!, run.RunId));
    }

    [Fact]
    public async Task A_file_that_is_not_there_fails_and_says_so()
    {
        ExternalAudiencesClient audiences = platform.Aep.Segmentation.ExternalAudiences;
        using LandingZoneContainer zone = await platform.OpenZoneAsync(LandingZoneType.UserDropZone);
        var definition = new ExternalAudienceDefinition(
            "Nobody", [ExternalAudienceField.Identity("email", "Email")],
            ExternalAudienceSource.LandingZoneFile($"{zone.Credentials.Root}/audiences/missing.csv"));
        await Assert.ThrowsAnyAsync<AepException>(async () =>
        {
            ExternalAudience audience = await (await audiences.CreateAsync(definition)).WaitForCompletionAsync();
            await (await audiences.IngestAsync(audience.AudienceId!, DateTimeOffset.UnixEpoch)).WaitForCompletionAsync();
        });
    }
}
