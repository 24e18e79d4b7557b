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
    private const string Health = "/properties/_aeplocal/properties/last/properties/sku";

    private DatasetLabelsClient Labels => platform.Aep.Datasets.Labels;

    [Fact]
    public async Task LabelsComeOverToATableThatSqlHasMade()
    {
        Dataset source = await ShopEvent.CreateDatasetAsync(platform.Aep, "Labelled source");
        await LabelAsync(source, "/_aeplocal/userId", "core/C9");
        await Labels.PutAsync(source.Id, new DatasetLabels { Labels = ["C2"], Fields = [Field(source, "/properties/_aeplocal/properties/mail", "I1")] });
        Dataset derived = await DeriveAsync(
            "derived_labels", $"CREATE TABLE derived_labels AS SELECT _aeplocal.mail, _aeplocal.userId AS USERID, _aeplocal.visits FROM {Sql.Table(source.TableName)}");

        DatasetLabels labels = await Labels.PropagateAsync(source.Id, derived.Id);

        Assert.Equal(["C2"], labels.Labels);
        Assert.Equal([("mail", "I1"), ("USERID", "C9")], Fields(labels));
        DatasetLabels again = await Labels.PropagateAsync(source.Id, derived.Id);
        Assert.Equal(labels.ETag, again.ETag);
        GovernanceViolationException stopped = await Assert.ThrowsAsync<GovernanceViolationException>(
            () => platform.Aep.Destinations.ExportDatasetAsync(derived.Id, LandingZoneExport.Parquet("derived")));
        Assert.EndsWith("/USERID", Assert.Single(stopped.Findings).Field, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ALabelOfAnObjectIsOneOfItsMembersAndARenamedColumnIsNamed()
    {
        Dataset source = await ShopEvent.CreateDatasetAsync(platform.Aep, "Labelled object");
        await Labels.PutAsync(source.Id, new DatasetLabels { Fields = [Field(source, "/properties/_aeplocal/properties/last", "S1"), Field(source, Health, "C9")] });
        Dataset derived = await DeriveAsync(
            "derived_objects", $"CREATE TABLE derived_objects AS SELECT _aeplocal.last.sku, _aeplocal.last.sku AS article, _aeplocal.plan FROM {Sql.Table(source.TableName)}");

        await Labels.PropagateAsync(source.Id, derived.Id);
        DatasetLabels labels = await Labels.PropagateAsync(
            source.Id, derived.Id, new Dictionary<string, string> { [Health] = "/properties/article" });

        Assert.Equal([("article", "C9"), ("sku", "C9"), ("sku", "S1")], Fields(labels));
    }

    private async Task<Dataset> DeriveAsync(string table, SqlStatement sql)
    {
        await (await platform.Aep.Queries.StartAsync(new QueryDefinition(sql))).WaitForCompletionAsync();
        return (await platform.Aep.Datasets.FindByNameAsync(table))!;
    }

    private static IEnumerable<(string Column, string Label)> Fields(DatasetLabels labels) => labels.Fields
        .SelectMany(field => field.Labels.Select(label => (field.Option!.SchemaPath!.Split('/')[^1], label)))
        .OrderBy(field => field.Item1, StringComparer.OrdinalIgnoreCase).ThenBy(field => field.label, StringComparer.Ordinal);

    private static FieldLabels Field(Dataset dataset, string path, string label) => new()
    {
        Option = new LabelledField { Id = dataset.SchemaRef!.Id, ContentType = "application/vnd.adobe.xed-full+json;version=1", SchemaPath = path },
        Labels = [label],
    };

    private Task LabelAsync(Dataset dataset, string field, string label) => platform.Aep.Schemas.Descriptors.CreateAsync(
        new LabelDescriptor { SourceSchema = dataset.SchemaRef!.Id, SourceProperty = field, Labels = [label] });
}
