using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Sandboxes;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Sandboxes;

/// <summary>A package from draft to import: client and platform agree on every step.</summary>
public sealed class PackageTests(Platform platform) : IClassFixture<Platform>
{
    private SandboxPackagesClient Packages => platform.Aep.Sandboxes.Packages;

    [Fact]
    public async Task An_audience_is_carried_to_a_sandbox_that_was_made_for_it()
    {
        Segment inner = await platform.Aep.Segmentation.CreateAsync(new SegmentDefinition("Inner", Pql.Text("true")));
        Segment outer = await platform.Aep.Segmentation.CreateAsync(new SegmentDefinition("Outer", Pql.Text($"inSegment(\"{inner.Id}\")")));
        var artifact = new PackageArtifact { Id = outer.Id, Type = "PROFILE_SEGMENT" };
        DateTimeOffset expiry = new(2030, 5, 20, 20, 5, 10, TimeSpan.Zero);
        SandboxPackage package = await Packages.CreateAsync(
            new PackageDefinition("Draft", new SandboxReference { Name = "dev" }) { Expiry = expiry });
        Assert.Equal(expiry.ToUnixTimeMilliseconds(), package.Expiry);
        await Packages.AddArtifactsAsync(package.Id, [artifact, new PackageArtifact { Id = inner.Id, Type = "PROFILE_SEGMENT" }], expiry);
        await Packages.RemoveArtifactsAsync(package.Id, [new PackageArtifact { Id = inner.Id, Type = "PROFILE_SEGMENT" }]);
        package = await Packages.UpdateAsync(package.Id, "Carried", "For tests", new SandboxReference { Name = "dev" });
        Assert.Equal(
            ("Carried", expiry.ToUnixTimeMilliseconds(), outer.Id), (package.Name, package.Expiry, Assert.Single(package.Artifacts).Id));

        await EndAsync(await Packages.PublishAsync(package.Id, expiryDays: 7));
        Assert.Equal(PackageStatus.Published, (await Packages.GetAsync(package.Id)).Status);
        ArtifactDependencies needs = Assert.Single(await Packages.GetDependenciesAsync(package.Id, [artifact]));
        Assert.Equal((outer.Id, "Outer", inner.Id), (needs.Id, needs.Title, Assert.Single(needs.Children).Id));

        await (await platform.Aep.Sandboxes.CreateAsync(new SandboxDefinition("carried", "Carried", SandboxType.Development)))
            .WaitForCompletionAsync();
        Assert.Empty(await Packages.GetImportCandidatesAsync(package.Id, "carried"));
        PackagePermissions permissions = await Packages.CheckPermissionsAsync(package.Id, "carried");
        Assert.Equal(2, permissions.Artifacts.Count);
        Assert.All(permissions.Artifacts, answer => Assert.True(answer.CreationAllowed));
        Assert.All(permissions.Artifacts, answer => Assert.Empty(answer.MissingPermissions!.Resources));
        Assert.Contains(permissions.Artifacts[0].RequiredPermissions!.Resources,
            needed => needed.ResourceType == "Segment" && needed.Actions.SequenceEqual(["read", "write", "delete"]));

        PackageJobDetails job = await EndAsync(await Packages.ImportAsync(
            new PackageImport(package.Id, "To carried", new SandboxReference { Name = "carried", ImsOrgId = platform.Emulator.OrgId })));
        Assert.Equal("SUCCESS", job.JobStatus);
        Assert.Equal(2, (await Packages.GetImportCandidatesAsync(package.Id, "carried")).Count);
        Assert.Single(await Packages.ListJobsAsync(new PackageJobFilter { RequestType = "IMPORT" }).ToListAsync());

        await Packages.DeleteAsync(package.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => Packages.GetAsync(package.Id));
    }

    private async Task<PackageJobDetails> EndAsync(PackageJob job)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        PackageJobDetails details;
        while ((details = await Packages.GetJobAsync(job.JobId!)).JobStatus == "IN_PROGRESS")
            await timer.WaitForNextTickAsync(limit.Token);
        return details;
    }
}
