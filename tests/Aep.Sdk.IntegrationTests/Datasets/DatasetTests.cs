using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.IntegrationTests.Support;

namespace Aep.Sdk.IntegrationTests.Datasets;

public sealed class DatasetTests(Platform platform) : IClassFixture<Platform>
{
    private DatasetsClient Datasets => platform.Aep.Datasets;

    [Fact]
    public async Task QueriesSelect()
    {
        Dataset first = await ShopEvent.CreateDatasetAsync(platform.Aep, "Query one");
        Dataset second = await Datasets.CreateAsync(new DatasetDefinition("Query two, with comma", first.SchemaRef!.Id)
        {
            Description = "second",
            Tags = new Dictionary<string, IReadOnlyList<string>> { ["team"] = ["science"] },
        });
        Assert.Equal([second.Id], await IdsAsync(new DatasetQuery { Tags = new Dictionary<string, string> { ["team"] = "sci*" } }));
        Assert.Equal([second.Id], await IdsAsync(new DatasetQuery { Filters = [CatalogFilter.Matches("name", "^Query two")] }));
        Assert.Equal([second.Id, first.Id], await IdsAsync(
            new DatasetQuery { Filters = [CatalogFilter.Matches("name", "^Query")], OrderBy = "desc:name" }));
        Assert.Equal([second.Id], await IdsAsync(
            new DatasetQuery { Filters = [CatalogFilter.Matches("name", "^Query"), CatalogFilter.Equal("description", "second")] }));
        DateTimeOffset created = DateTimeOffset.FromUnixTimeMilliseconds(first.Created!.Value);
        Assert.Contains(first.Id, await IdsAsync(new DatasetQuery { CreatedFrom = created, CreatedBefore = created.AddDays(1) }));
        Assert.DoesNotContain(first.Id, await IdsAsync(new DatasetQuery { CreatedBefore = created }));
        Assert.Equal(second.Id, (await Datasets.FindByNameAsync("Query two, with comma"))!.Id);
        Assert.Equal(second.Id, (await Datasets.GetOrCreateAsync(new DatasetDefinition("Query two, with comma", first.SchemaRef.Id))).Id);
    }

    [Fact]
    public async Task ADatasetThatIsUsedIsKept()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Used");
        await platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet("used"));
        DatasetInUseException error = await Assert.ThrowsAsync<DatasetInUseException>(() => Datasets.DeleteUnusedAsync(dataset.Id));
        Assert.Contains(error.Uses, use => use.Kind == DatasetUseKind.Dataflow);
        Assert.Equal(dataset.Id, (await Datasets.GetAsync(dataset.Id)).Id);

        Dataset unused = await ShopEvent.CreateDatasetAsync(platform.Aep, "Unused");
        await Datasets.DeleteUnusedAsync(unused.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => Datasets.GetAsync(unused.Id));
    }

    [Fact]
    public async Task ADateIsSetMovedAndTakenBack()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Expiring");
        DateTimeOffset first = new(2100, 12, 31, 0, 0, 0, TimeSpan.Zero), second = first.AddDays(1).AddHours(10);
        DatasetExpiration set = await Datasets.Expirations.SetAsync(dataset.Id, first, "Old events");
        DatasetExpiration moved = await Datasets.Expirations.SetAsync(dataset.Id, second);
        Assert.Equal((first, second, set.Id, "Old events"), (set.Expiry, moved.Expiry, moved.Id, moved.DisplayName));
        Assert.Equal(moved.Id, (await Datasets.Expirations.ListAsync(dataset.Id).SingleAsync()).Id);
        await Datasets.Expirations.CancelAsync(moved.Id);
        Assert.Equal(ExpirationStatus.Cancelled, (await Datasets.Expirations.GetAsync(dataset.Id)).Status);
    }

    [Fact]
    public async Task LabelsComeOverToADerivedDataset()
    {
        Dataset source = await ShopEvent.CreateDatasetAsync(platform.Aep, "Labelled"),
            derived = await ShopEvent.CreateDatasetAsync(platform.Aep, "Derived");
        await Datasets.Labels.PutAsync(source.Id, new DatasetLabels
        {
            Fields = [new FieldLabels { Option = new LabelledField { Id = source.SchemaRef!.Id,
                ContentType = "application/vnd.adobe.xed-full+json;version=1", SchemaPath = "/properties/_aeplocal/properties/mail" },
                    Labels = ["I1"] }],
        });
        var columns =
            new Dictionary<string, string> { ["/properties/_aeplocal/properties/mail"] = "/properties/_aeplocal/properties/userId" };
        await Datasets.Labels.PropagateAsync(source.Id, derived.Id, columns);
        DatasetLabels labels = await Datasets.Labels.GetAsync(derived.Id);
        Assert.Equal(("/properties/_aeplocal/properties/userId", "I1"),
            (labels.Fields.Single().Option!.SchemaPath, labels.Fields.Single().Labels.Single()));
        await Assert.ThrowsAsync<AepConflictException>(() => Datasets.Labels.PutAsync(derived.Id, labels with { ETag = "\"old\"" }));
    }

    private async Task<List<string>> IdsAsync(DatasetQuery query) =>
        await Datasets.ListAsync(query).Select(dataset => dataset.Id).ToListAsync();
}
