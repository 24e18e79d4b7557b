using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

#pragma warning disable AEP0001 // No page of Adobe's documents the descriptor of labels.

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
        const string Mail = "/_aeplocal/mail", User = "/_aeplocal/userId";
        Dataset source = await ShopEvent.CreateDatasetAsync(platform.Aep, "Labelled"),
            derived = await ShopEvent.CreateDatasetAsync(platform.Aep, "Derived");
        DescriptorsClient descriptors = platform.Aep.Schemas.Descriptors;
        await descriptors.CreateAsync(
            new LabelDescriptor { SourceSchema = source.SchemaRef!.Id, SourceProperty = Mail, Labels = ["core/I1"] });
        await descriptors.CreateAsync(
            new LabelDescriptor { SourceSchema = derived.SchemaRef!.Id, SourceProperty = User, Labels = ["core/C2"] });
        var columns =
            new Dictionary<string, string> { ["/properties/_aeplocal/properties/mail"] = "/properties/_aeplocal/properties/userId" };
        FieldLabels carried = Assert.Single((await Datasets.Labels.PropagateAsync(source.Id, derived.Id, columns)).Columns);
        Assert.Equal((User, "core/I1"), (carried.Option!.SchemaPath, carried.Labels.Single()));
        await Datasets.Labels.PropagateAsync(source.Id, derived.Id, columns);
        LabelDescriptor labels = await descriptors.ListAsync(derived.SchemaRef.Id).OfType<LabelDescriptor>().SingleAsync();
        Assert.Equal((User, "core/C2 core/I1"), (labels.SourceProperty, string.Join(' ', labels.Labels)));
    }

    [Fact]
    public async Task LabelsOfADatasetAreWrittenAgainstTheirVersion()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Labels");
        DatasetLabels first = await Datasets.Labels.PutAsync(
            dataset.Id, await Datasets.Labels.GetAsync(dataset.Id) with { Labels = ["C2"] });
        DatasetLabels second = await Datasets.Labels.PutAsync(dataset.Id, first with { Labels = ["C2", "C9"] });
        await Assert.ThrowsAsync<AepConflictException>(() => Datasets.Labels.PutAsync(dataset.Id, first));
        AepRequestException refused = await Assert.ThrowsAsync<AepRequestException>(() => Datasets.Labels.PutAsync(dataset.Id, second with
        {
            Fields = [new FieldLabels { Option = new LabelledField { SchemaPath = "/properties/timestamp" }, Labels = ["C1"] }],
        }));
        Assert.Contains("C1 is new", refused.Message);
        DatasetLabels read = await Datasets.Labels.GetAsync(dataset.Id);
        Assert.Equal(("C2 C9", second.ETag, "schema"), (string.Join(' ', read.Labels), read.ETag, read.Parents.Single().Type));
        await Datasets.Labels.DeleteAsync(dataset.Id, read);
        Assert.Null((await Datasets.Labels.GetAsync(dataset.Id)).ETag);
    }

    [Fact]
    public async Task ADefinitionIsCheckedWithoutMakingADataset()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Checked");
        var definition = new DatasetDefinition("Only checked", dataset.SchemaRef!.Id);
        await Datasets.ValidateAsync(definition);
        await Datasets.ValidateAsync(dataset.Id, definition);
        await Datasets.Batches.ValidateAsync(BatchRecord.Of(dataset.Id, BatchStatus.Success));
        Assert.Null(await Datasets.FindByNameAsync("Only checked"));
        Assert.Empty(await Datasets.Batches.ListAsync(dataset.Id).ToListAsync());
        Assert.Contains("https://ns.adobe.com/none", (await Assert.ThrowsAsync<AepRequestException>(
            () => Datasets.ValidateAsync(new DatasetDefinition("x", "https://ns.adobe.com/none")))).Message);
    }

    [Fact]
    public async Task APeriodOfRowsSaysWhoHasSetIt()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Kept");
        await Datasets.Retention.SetAsync(dataset.Id, new RowRetention(RetentionPeriod.Months(13)));
        RowExpiration set = (await Datasets.GetAsync(dataset.Id)).LakeExpiration!;
        Assert.Equal((RetentionPeriod.Months(13), "custom", "user"), (set.Period, set.ValueStatus, set.SetBy));
        Assert.NotNull(set.Updated);
    }

    [Fact]
    public async Task ABatchNamesItsFiles()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Files");
        string batch = await platform.Aep.Ingestion.Batches.CreateAsync(
            new BatchDefinition(dataset.Id, IngestionFormat.Json) { EnableErrorDiagnostics = true });
        using (var rows = new MemoryStream("{}\n"u8.ToArray()))
            await platform.Aep.Ingestion.Batches.UploadFileAsync(batch, dataset.Id, "a.json", rows);
        await platform.Aep.Ingestion.Batches.CompleteAsync(batch);
        await Assert.ThrowsAsync<AepOperationFailedException>(() => Datasets.Batches.GetOperation(batch).WaitForCompletionAsync());
        Assert.Equal(["a.json"], await Datasets.Files.ReadInputFilesAsync(batch).ToListAsync());
    }

    [Fact]
    public async Task ABatchHasTheTagsThatItWasMadeWith()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Tagged");
        Batch batch = await Datasets.Batches.GetAsync(await platform.Aep.Ingestion.Batches.CreateAsync(
            new BatchDefinition(
                dataset.Id, IngestionFormat.Json)
            { Tags = new Dictionary<string, IReadOnlyList<string>> { ["team"] = ["a", "b"] } }));
        Assert.Equal(["a", "b"], batch.Tags["team"]);
        Assert.Single(batch.Tags["acp_enableErrorDiagnostics"]);
    }

    private async Task<List<string>> IdsAsync(DatasetQuery query) =>
        await Datasets.ListAsync(query).Select(dataset => dataset.Id).ToListAsync();
}
