using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Sandboxes;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Sandboxes;

/// <summary>A package goes to a partner. The platform's organisation is both.</summary>
public sealed class PackageSharingTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task A_package_is_shared_with_a_partner_who_has_agreed()
    {
        string own = platform.Emulator.OrgId;
        Segment segment = await platform.Aep.Segmentation.GetOrCreateAsync(new SegmentDefinition("Everybody", Pql.Text("true")));
        SandboxPackagesClient packages = platform.Aep.Sandboxes.Packages;
        SandboxPackage package = await packages.CreateAsync(new PackageDefinition("To a partner", new SandboxReference { Name = "dev" })
        {
            Artifacts = [new PackageArtifact { Id = segment.Id, Type = "PROFILE_SEGMENT" }],
        });
        PackageJob job = await packages.PublishAsync(package.Id);
        await WaitAsync(async () => (await packages.GetJobAsync(job.JobId!)).JobStatus != "IN_PROGRESS");

        PackageSharingClient sharing = platform.Aep.Sandboxes.Sharing;
        await sharing.RequestPartnershipsAsync(own, "Own", [own]);
        Partnership request = Assert.Single(await sharing.ListPartnershipsAsync(incoming: true).ToListAsync());
        await sharing.AnswerPartnershipAsync(request.LinkingId!, approve: true, own, "Own", "va7", "Known");
        Assert.Single(await sharing.ListPartnershipsAsync(false, "desc:createdDate", "status==APPROVED").ToListAsync());
        PackageTransfer transfer = Assert.Single(await sharing.ShareAsync(package.Id, [own]));
        await WaitAsync(async () => (await sharing.GetTransferAsync(transfer.Id)).Status != "PENDING");
        Assert.Equal("COMPLETED", (await sharing.GetTransferAsync(transfer.Id)).Status);
        Assert.Contains(transfer.Id, await sharing.ListTransfersAsync(isPublic: false).Select(item => item.Id).ToListAsync());

        await packages.MakePublicAsync(package.Id);
        (string orgId, string packageId) = await sharing.GetPayloadAsync(package.Id);
        PackageTransfer pulled = await sharing.ImportPublicAsync(orgId, packageId);
        await WaitAsync(async () => (await sharing.GetTransferAsync(pulled.Id)).Status == "COMPLETED");
        // The original, and a copy each.
        Assert.Equal(3, await packages.ListAsync(PackageStatus.Published).CountAsync(item => item.Name == "To a partner"));
    }

    private static async Task WaitAsync(Func<Task<bool>> done)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await done()) await timer.WaitForNextTickAsync(limit.Token);
    }
}
