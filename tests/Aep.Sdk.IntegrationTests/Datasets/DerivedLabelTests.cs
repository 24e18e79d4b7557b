using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;

#pragma warning disable AEP0001 // No page of Adobe's documents the descriptor of labels.

namespace Aep.Sdk.IntegrationTests.Datasets;

/// <summary>What SQL makes of labelled data carries the labels after one call, and then stays in.</summary>
public sealed class DerivedLabelTests(Platform platform) : IClassFixture<Platform>
{
    private const string Health = "/_aeplocal/last/sku";

    private DatasetLabelsClient Labels => platform.Aep.Datasets.Labels;

    [Fact]
    public async Task LabelsComeOverToATableThatSqlHasMade()
    {
        Dataset source = await ShopEvent.CreateDatasetAsync(platform.Aep, "Labelled source");
        await LabelAsync(source, "/_aeplocal/userId", "core/C9");
        await LabelAsync(source, "/_aeplocal/mail", "core/I1");
        await Labels.PutAsync(source.Id, new DatasetLabels { Labels = ["C2"] });
        Dataset derived = await DeriveAsync(
            "derived_labels", $"CREATE TABLE derived_labels AS SELECT _aeplocal.mail, _aeplocal.userId AS USERID, _aeplocal.visits FROM "
                + $"{Sql.Table(source.TableName)}");

        PropagatedLabels labels = await Labels.PropagateAsync(source.Id, derived.Id);

        Assert.Equal(["C2"], labels.Dataset.Labels);
        Assert.Equal([("mail", "core/I1"), ("USERID", "core/C9")], await ColumnsAsync(derived));
        PropagatedLabels again = await Labels.PropagateAsync(source.Id, derived.Id);
        Assert.Equal(labels.Dataset.ETag, again.Dataset.ETag);
        GovernanceViolationException stopped = await Assert.ThrowsAsync<GovernanceViolationException>(
            () => platform.Aep.Destinations.ExportDatasetAsync(derived.Id, LandingZoneExport.Parquet("derived")));
        Assert.EndsWith("/USERID", Assert.Single(stopped.Findings).Field, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ALabelOfAnObjectIsOneOfItsMembersAndARenamedColumnIsNamed()
    {
        Dataset source = await ShopEvent.CreateDatasetAsync(platform.Aep, "Labelled object");
        await LabelAsync(source, "/_aeplocal/last", "core/S1");
        await LabelAsync(source, Health, "core/C9");
        Dataset derived = await DeriveAsync(
            "derived_objects", $"CREATE TABLE derived_objects AS SELECT _aeplocal.last.sku, _aeplocal.last.sku AS article, _aeplocal.plan "
                + $"FROM {Sql.Table(source.TableName)}");

        await Labels.PropagateAsync(source.Id, derived.Id);
        await Labels.PropagateAsync(source.Id, derived.Id, new Dictionary<string, string> { [Health] = "/article" });

        Assert.Equal(
            [("article", "core/C9"), ("article", "core/S1"), ("sku", "core/C9"), ("sku", "core/S1")], await ColumnsAsync(derived));
    }

    private async Task<Dataset> DeriveAsync(string table, SqlStatement sql)
    {
        await (await platform.Aep.Queries.StartAsync(new QueryDefinition(sql))).WaitForCompletionAsync();
        return (await platform.Aep.Datasets.FindByNameAsync(table))!;
    }

    private async Task<IEnumerable<(string Column, string Label)>> ColumnsAsync(Dataset dataset)
    {
        List<LabelDescriptor> found =
            await platform.Aep.Schemas.Descriptors.ListAsync(dataset.SchemaRef!.Id).OfType<LabelDescriptor>().ToListAsync();
        return found.SelectMany(field => field.Labels.Select(label => (field.SourceProperty.Split('/')[^1], label)))
            .OrderBy(field => field.Item1, StringComparer.OrdinalIgnoreCase).ThenBy(field => field.label, StringComparer.Ordinal);
    }

    private Task LabelAsync(Dataset dataset, string field, string label) => platform.Aep.Schemas.Descriptors.CreateAsync(
        new LabelDescriptor { SourceSchema = dataset.SchemaRef!.Id, SourceProperty = field, Labels = [label] });
}
