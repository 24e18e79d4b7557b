using Aep.Sdk.Datasets;
using Aep.Sdk.Profiles;
using Aep.Sdk.Queries;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Audiences;

/// <summary>Everything that can be done with segments besides evaluating them.</summary>
public sealed class SegmentLifeTests(People people) : IClassFixture<People>
{
    private static readonly PqlCondition Upper = Pql.Attribute("_aeplocal.score").AtLeast(0.5);

    private SegmentationClient Segmentation => people.Aep.Segmentation;

    [Fact]
    public async Task A_segment_has_a_merge_policy_and_says_whether_it_leaves_out_who_has_opted_out()
    {
        MergePolicy alone = await people.Aep.Profiles.MergePolicies.CreateAsync(
            new MergePolicyDefinition("Alone") { IdentityGraph = IdentityGraphType.None });
        var definition = new SegmentDefinition("Alone", Upper.ToExpression())
        {
            MergePolicyId = alone.Id,
            DataGovernancePolicy = new DataGovernancePolicy(ExcludeOptOut: false),
        };
        Segment made = await Segmentation.GetOrCreateAsync(definition);
        Assert.Equal((alone.Id, false), (made.MergePolicyId, made.DataGovernancePolicy!.ExcludeOptOut));
        // What is left open stays as it was.
        Segment same = await Segmentation.GetOrCreateAsync(definition with { MergePolicyId = null, DataGovernancePolicy = null });
        Assert.Equal((alone.Id, false), (same.MergePolicyId, same.DataGovernancePolicy!.ExcludeOptOut));
        Segment changed = await Segmentation.GetOrCreateAsync(definition with { DataGovernancePolicy = new DataGovernancePolicy(true) });
        Assert.Equal((made.Id, true), (changed.Id, changed.DataGovernancePolicy!.ExcludeOptOut));
        Assert.True((await Segmentation.Audiences.GetAsync(made.Id)).DataGovernancePolicy!.ExcludeOptOut);
        Assert.True((await Segmentation.CreateAsync(new SegmentDefinition("By default", Upper.ToExpression())))
            .DataGovernancePolicy!.ExcludeOptOut);

        await Segmentation.CreateAsync(new SegmentDefinition("At once", Upper.ToExpression()) { Evaluation = EvaluationInfo.Streaming });
        Assert.Equal(["At once"], await Segmentation.ListAsync(streaming: true).Select(segment => segment.Name!).ToListAsync());
        Assert.DoesNotContain("At once", await Segmentation.ListAsync(streaming: false).Select(segment => segment.Name!).ToListAsync());
    }

    [Fact]
    public async Task A_schedule_is_made_moved_started_stopped_and_deleted()
    {
        SegmentSchedulesClient schedules = Segmentation.Schedules;
        SegmentSchedule made = await schedules.CreateAsync(new SegmentScheduleDefinition("Nightly", "0 0 1 * * ?"));
        Assert.Equal(SegmentScheduleState.Inactive, made.State);
        await schedules.RescheduleAsync(made.Id, "0 0 2 * * ?");
        await schedules.ActivateAsync(made.Id);
        SegmentSchedule read = await schedules.GetAsync(made.Id);
        Assert.Equal(("0 0 2 * * ?", SegmentScheduleState.Active), (read.Schedule, read.State));
        await schedules.DeactivateAsync(made.Id);
        Assert.Equal(SegmentScheduleState.Inactive, (await schedules.ListAsync().SingleAsync(item => item.Id == made.Id)).State);
        await schedules.DeleteAsync(made.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => schedules.GetAsync(made.Id));
    }

    [Fact]
    public async Task Jobs_estimates_and_previews_count_the_same_people()
    {
        Segment segment = await people.EvaluateAsync("Upper", Upper.ToExpression());
        SegmentJobOperation evaluation = await Segmentation.EvaluateAsync(segment.Id);
        SegmentJobResult result = await Segmentation.GetJobOperation(evaluation.Id, segment.Id).WaitForCompletionAsync();
        Assert.Equal((50, 100), (result.QualifiedProfiles, result.TotalProfiles));
        SegmentJob job = await Segmentation.Jobs.GetAsync(evaluation.Id);
        Assert.Equal(SegmentJobStatus.Succeeded, job.Status);
        Assert.Equal(job.Id, Assert.Single(await Segmentation.Jobs.GetManyAsync([job.Id])).Key);
        Assert.Contains(job.Id, await Segmentation.Jobs.ListAsync(SegmentJobStatus.Succeeded).Select(item => item.Id).ToListAsync());

        EstimateOperation estimate = await Segmentation.EstimateAsync(Upper.ToExpression());
        Assert.Equal(50, (await estimate.WaitForCompletionAsync()).EstimatedSize);
        Assert.Equal(50, await Segmentation.ListPreviewAsync(estimate.Id).CountAsync());
        await Segmentation.DeletePreviewAsync(estimate.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(async () => await Segmentation.ListPreviewAsync(estimate.Id).CountAsync());
        EstimateOperation alone = await Segmentation.EstimateAsync(Upper.ToExpression(), IdentityGraphType.None);
        Assert.Equal(50, (await alone.WaitForCompletionAsync()).EstimatedSize);
    }

    [Fact]
    public async Task An_export_job_writes_the_members_and_ends()
    {
        Segment segment = await people.EvaluateAsync("Exported", Upper.ToExpression());
        Dataset target = await people.Aep.Datasets.CreateAsync(
            new DatasetDefinition("Exported", "https://ns.adobe.com/xdm/context/profile__union"));
        ProfileExportOperation export = await Segmentation.Exports.StartAsync(
            new ProfileExportDefinition(target.Id) { SegmentIds = [segment.Id], Fields = ["_aeplocal.userid"] });
        ProfileExportJob job = await Segmentation.Exports.GetOperation(export.Id).WaitForCompletionAsync();
        Assert.Equal(target.Id, job.Destination!.DatasetId);
        Assert.Contains(export.Id, await Segmentation.Exports.ListAsync(ExportJobStatus.Succeeded).Select(item => item.Id).ToListAsync());
        Assert.Equal(50, await people.Aep.Queries.QueryAsync(
            $"SELECT COUNT(*) AS n FROM {Sql.Table(target.TableName)}", row => row.Get<long>("n")).SingleAsync());
    }

    [Fact]
    public async Task Audiences_are_made_changed_found_and_deleted()
    {
        AudiencesClient audiences = Segmentation.Audiences;
        Audience made = await audiences.CreateAsync(new AudienceDefinition("Made as audience") { Expression = Upper.ToExpression() });
        Assert.Equal("Made as audience", (await Segmentation.GetAsync(made.Id)).Name);
        Audience renamed = await audiences.UpdateAsync(made.Id, [JsonPatchOperation.Add("/description", "Half of them")]);
        Assert.Equal("Half of them", renamed.Description);
        Audience replaced = await audiences.ReplaceAsync(
            made.Id, new AudienceDefinition("Replaced") { Expression = Upper.ToExpression(), Labels = ["core/C1"] });
        Assert.Equal(("Replaced", "core/C1"), (replaced.Name, Assert.Single(replaced.Labels!)));
        Assert.Equal([made.Id], await audiences.ListAsync(new AudienceFilter { Name = "Replaced" }).Select(item => item.Id).ToListAsync());
        Assert.Single(await audiences.GetManyAsync([made.Id, "none"]));
        Assert.Single(await Segmentation.GetManyAsync([made.Id, "none"]));

        await audiences.DeleteAsync(made.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => audiences.GetAsync(made.Id));
    }

    [Fact]
    public async Task Audiences_from_elsewhere_are_searched_by_text()
    {
        async Task<Audience> AddAsync(string name, string origin) => await Segmentation.Audiences.CreateAsync(
            new AudienceDefinition(
                name)
            { Type = AudienceType.ExternalSegment, AudienceId = name, Namespace = origin, Description = "Fans" });
        Audience shop = await AddAsync("Fans of the shop", "AAMSegments");
        await AddAsync("Fans of the brand", "AAMSegments");
        await AddAsync("Fans of the shop too", "AAMTraits");
        SegmentSearchClient search = Segmentation.Search;
        Assert.Equal(
            [("AAMSegments", 2), ("AAMTraits", 1)],
            (await search.CountByNamespaceAsync("description:fans")).Select(count => (count.Name!, (int)count.Count!)).Order());
        Assert.Equal(shop.Id, (await search.SearchAsync("AAMSegments", "name:shop").SingleAsync()).Id);
        Assert.Equal(2, await search.SearchAsync("AAMSegments", "shop brand").CountAsync());
        Assert.Empty(await search.GetTaxonomyAsync("AAMSegments", shop.Id));
        await Assert.ThrowsAnyAsync<AepRequestException>(() => search.CountByNamespaceAsync("colour:red"));
    }
}
