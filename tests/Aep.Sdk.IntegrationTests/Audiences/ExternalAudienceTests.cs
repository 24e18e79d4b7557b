using System.Text;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Audiences;

public sealed class ExternalAudienceTests(People people) : IClassFixture<People>
{
    [Fact]
    public async Task An_audience_from_a_file_has_its_members_and_a_segment_may_ask_for_them()
    {
        byte[] fans = Encoding.UTF8.GetBytes("user,since\nuser-7,2025\nuser-70,2026\n");
        using (LandingZoneContainer zone = await people.OpenZoneAsync())
            await zone.UploadAsync("audiences/fans.csv", new MemoryStream(fans));
        ExternalAudiencesClient audiences = people.Aep.Segmentation.ExternalAudiences;
        ExternalAudience made = await (await audiences.CreateAsync(new ExternalAudienceDefinition(
            "Fans",
            [ExternalAudienceField.Identity("user", "ECID"), ExternalAudienceField.Of("since", ExternalFieldType.Integer)],
            ExternalAudienceSource.LandingZoneFile("dlz-user-container/audiences/fans.csv")))).WaitForCompletionAsync();
        string id = made.AudienceId!;
        ExternalAudienceRun run = await (await audiences.IngestAsync(id, DateTimeOffset.UtcNow.AddDays(-1))).WaitForCompletionAsync();
        Assert.Equal(ExternalAudienceStatus.Success, run.Status);
        Segment segment = await people.EvaluateAsync("Likely fans", Pql.Text($"inSegment(\"{id}\") and _aeplocal.score > 0.5"));
        Assert.Equal(["user-70"], await people.Aep.Segmentation.GetMembersAsync(
            segment.Id, ["_aeplocal.userid"], row => row.Get<string>("userid")).ToListAsync());

        ExternalAudience changed = await audiences.UpdateAsync(id, new ExternalAudienceChanges { Description = "Those who came" });
        Assert.Equal("Those who came", changed.Description);
        Assert.Equal("Fans", (await audiences.ExtendExpirationAsync(id)).Name);
        Assert.Equal(run.RunId, Assert.Single(await audiences.ListRunsAsync(id).ToListAsync()).RunId);
        await people.Aep.Segmentation.DeleteAsync(segment.Id);
        await audiences.DeleteAsync(id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => audiences.GetRunAsync(id, run.RunId));
    }
}
