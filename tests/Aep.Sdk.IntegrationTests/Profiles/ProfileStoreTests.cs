using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Identities;
using Aep.Sdk.IntegrationTests.Audiences;
using Aep.Sdk.Profiles;

namespace Aep.Sdk.IntegrationTests.Profiles;

/// <summary>What can be asked of the profile store and told it, besides its audiences.</summary>
public sealed class ProfileStoreTests(People people) : IClassFixture<People>
{
    private ProfilesClient Profiles => people.Aep.Profiles;

    [Fact]
    public async Task Several_people_are_looked_up_at_once_and_who_is_not_there_is_told()
    {
        ProfileLookup found = await Profiles.LookUpAsync(
            [new ProfileIdentity("ECID", "user-1"), new ProfileIdentity("ECID", "user-2"), new ProfileIdentity("ECID", "nobody")],
            new ProfileQuery { Fields = ["_aeplocal.score"] });
        Assert.Equal(
            [0.01, 0.02], found.Profiles.Values.Select(profile => (double)profile.Entity["_aeplocal"]!["score"]!).Order());
        Assert.Null(await Profiles.FindAsync("ECID", "nobody"));
        await Assert.ThrowsAsync<AepNotFoundException>(() => Profiles.GetAsync("ECID", "nobody"));
        await Assert.ThrowsAsync<UnknownNamespaceException>(() => Profiles.FindAsync("NoSuchNamespace", "user-1"));
    }

    [Fact]
    public async Task A_merge_policy_lives_and_a_person_is_merged_by_it()
    {
        MergePoliciesClient policies = Profiles.MergePolicies;
        MergePolicy standard = (await policies.FindDefaultAsync())!;
        MergePolicy made = await policies.CreateAsync(
            new MergePolicyDefinition("By dataset") { AttributeMerge = AttributeMerge.DatasetPrecedence(people.DatasetId) });
        Assert.Equal("By dataset", (await policies.GetAsync(made.Id)).Name);
        Assert.Equal(2, (await policies.GetManyAsync([standard.Id, made.Id])).Count);
        MergePolicy replaced = await policies.ReplaceAsync(
            made, new MergePolicyDefinition("Alone") { IdentityGraph = IdentityGraphType.None });
        Assert.Equal(("Alone", "none"), (replaced.Name, replaced.IdentityGraph!.Type));
        Assert.Equal("Renamed", (await policies.UpdateAsync(made.Id, [JsonPatchOperation.Replace("/name", "Renamed")])).Name);
        Assert.Contains(made.Id, await policies.ListAsync().Select(policy => policy.Id).ToListAsync());
        Assert.Equal([standard.Id], await policies.ListAsync(isDefault: true).Select(policy => policy.Id).ToListAsync());
        Profile person = (await Profiles.FindAsync("ECID", "user-3", new ProfileQuery { MergePolicyId = made.Id }))!;
        Assert.Equal(0.03, (double)person.Entity["_aeplocal"]!["score"]!);
        await policies.DeleteAsync(made.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => policies.GetAsync(made.Id));
    }

    [Fact]
    public async Task The_sample_and_its_reports_count_the_people()
    {
        ProfileSampleClient sample = Profiles.Sample;
        ProfileSampleStatus status = await sample.GetStatusAsync();
        Assert.Equal(1.0, status.SamplingRatio);
        Assert.Contains((await sample.GetDatasetReportAsync()).Data, row => row.Value == people.DatasetId && row.FullIdsCount >= 98);
        Assert.Contains((await sample.GetNamespaceReportAsync()).Data, row => row.Code == "ECID" && row.FullIdsCount >= 98);
        Assert.Contains((await sample.GetDatasetOverlapAsync()).Overlaps, overlap => overlap.Members.Contains(people.DatasetId));
        Assert.True((await sample.GetNamespaceOverlapAsync()).TotalProfiles >= 98);
        Assert.NotNull((await sample.GetUnknownProfilesAsync()).Data);
    }

    [Fact]
    public async Task Projections_are_kept()
    {
        ProjectionDestinationsClient destinations = Profiles.Projections.Destinations;
        ProjectionDestination destination =
            await destinations.CreateAsync(new ProjectionDestinationDefinition(EdgeDataCenter.Emea) { TtlInSeconds = 600 });
        destination = await destinations.ReplaceAsync(
            destination, new ProjectionDestinationDefinition(EdgeDataCenter.Emea, EdgeDataCenter.WesternUnitedStates));
        Assert.Equal(2, (await destinations.GetAsync(destination.Id)).DataCenters.Count);
        Assert.Contains(destination.Id, await destinations.ListAsync().Select(item => item.Id).ToListAsync());
        var definition = new ProjectionDefinition("People on edges", "_aeplocal(score)", destination.Id);
        Projection projection = await Profiles.Projections.CreateAsync(definition, "_xdm.context.profile");
        Assert.Equal("People on edges", (await Profiles.Projections.GetAsync(projection.Id)).Name);
        Projection replaced = await Profiles.Projections.ReplaceAsync(projection.Id, definition with { Selector = "_aeplocal(userid)" });
        Assert.Equal("_aeplocal(userid)", replaced.Selector);
        Assert.Equal([projection.Id],
            await Profiles.Projections.ListAsync("_xdm.context.profile", "People on edges").Select(item => item.Id).ToListAsync());
        Assert.Empty(await Profiles.Projections.ListAsync("_xdm.context.experienceevent").ToListAsync());
        await Profiles.Projections.DeleteAsync(projection.Id);
        await destinations.DeleteAsync(destination.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => destinations.GetAsync(destination.Id));
    }

    [Fact]
    public async Task A_computed_attribute_goes_from_draft_to_inactive()
    {
        ComputedAttributesClient attributes = Profiles.ComputedAttributes;
        ComputedAttribute made = await attributes.CreateAsync(
            new ComputedAttributeDefinition("visits", new ProfileExpression("xEvent.count()"))
            {
                DisplayName = "Visits",
                Description = "How often they came",
                Duration = new ComputedDuration(7, "DAYS"),
                Status = ComputedAttributeStatus.Draft,
            });
        Assert.Equal(ComputedAttributeStatus.Draft, (await attributes.GetAsync(made.Id)).Status);
        Assert.Equal(
            ComputedAttributeStatus.Processed, (await attributes.UpdateStatusAsync(made.Id, ComputedAttributeStatus.New)).Status);
        Assert.Equal([made.Id], await attributes.ListAsync("name==visits").Select(item => item.Id).ToListAsync());
        await attributes.UpdateStatusAsync(made.Id, ComputedAttributeStatus.Inactive);
        Assert.Equal(ComputedAttributeStatus.Inactive, (await attributes.GetAsync(made.Id)).Status);
    }

    [Fact]
    public async Task A_person_and_a_dataset_are_forgotten_and_a_batch_of_records_is_not()
    {
        Dataset people2 = (await people.Aep.Datasets.FindByNameAsync("People"))!;
        Dataset other = await people.Aep.Datasets.GetOrCreateAsync(
            new DatasetDefinition("Others", people2.SchemaRef!.Id) { ProfileEnabled = true });
        JsonObject Row(string id) => new()
        {
            ["_id"] = id,
            ["_aeplocal"] = new JsonObject { ["userid"] = id, ["score"] = 0.5 },
        };
        async Task<string> AddAsync(string id) => (await people.Aep.Ingestion.IngestAsync(
            other.Id, new[] { Row(id) }.ToAsyncEnumerable(), PeopleJson.Default.JsonObject)).BatchIds.Single();
        await AddAsync("other-1");
        string batch = await AddAsync("other-2");

        await Profiles.DeleteAsync("ECID", "other-1");
        Assert.Null(await Profiles.FindAsync("ECID", "other-1"));
        AepRequestException refused =
            await Assert.ThrowsAnyAsync<AepRequestException>(() => Profiles.Deletions.StartForBatchAsync(other.Id, batch));
        Assert.Contains("only batches of events", refused.Message);
        Assert.NotNull(await Profiles.FindAsync("ECID", "other-2"));
        ProfileDeletionOperation ofDataset = await Profiles.Deletions.StartAsync(other.Id);
        ProfileSystemJob job = await Profiles.Deletions.GetOperation(ofDataset.Id).WaitForCompletionAsync();
        Assert.Equal(other.Id, job.DatasetId);
        Assert.Null(await Profiles.FindAsync("ECID", "other-2"));
        Assert.Equal(job.Id, (await Profiles.Deletions.GetAsync(job.Id)).Id);
        Assert.Contains(job.Id, await Profiles.Deletions.ListAsync().Select(item => item.Id).ToListAsync());
        await Profiles.Deletions.DeleteAsync(job.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => Profiles.Deletions.GetAsync(job.Id));
    }
}
