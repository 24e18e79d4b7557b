using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

#pragma warning disable AEP0001 // No page of Adobe's documents the descriptor.

namespace Aep.Sdk.IntegrationTests.Flows;

/// <summary>Labels that people put on a schema hold for its datasets: an export stops although the dataset itself has none.</summary>
public sealed class SchemaLabelTests(Platform platform) : IClassFixture<Platform>
{
    private const string Mail = "/_aeplocal/mail";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnExportStopsForALabelOfTheSchemaAndNamesTheField(bool onFieldGroup)
    {
        string name = $"Labelled {(onFieldGroup ? "field group" : "schema")}";
        AppliedSchema applied =
            await platform.Aep.Schemas.ApplyAsync(XdmSchema.From(ShopJson.Default.ShopEvent, name, XdmClasses.ExperienceEvent));
        Dataset dataset = await platform.Aep.Datasets.CreateAsync(new DatasetDefinition(name, applied.Schema.Id));
        await LabelAsync(onFieldGroup ? applied.FieldGroup.Id : applied.Schema.Id);
        DatasetLabels own = await platform.Aep.Datasets.Labels.GetAsync(dataset.Id);
        Assert.Empty(own.Labels);
        Assert.Empty(own.Fields);

        GovernanceViolationException stopped = await Assert.ThrowsAsync<GovernanceViolationException>(() =>
            platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet("labelled")));

        Assert.Equal([new LabelFinding("C9", Mail)], stopped.Findings);
        Assert.Contains("C9 on the field " + Mail, stopped.Message);
        Assert.DoesNotContain(
            await platform.Aep.Flows.ListAsync().Select(flow => flow.Name).ToListAsync(),
            flow => flow!.Contains(name, StringComparison.Ordinal));
        LandingZoneExport allowed = LandingZoneExport.Parquet("labelled") with { Guard = GovernanceGuard.Default.Override("agreed") };
        Assert.Equal(0, (await platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, allowed)).Rows);
    }

    private Task LabelAsync(string source) => platform.Aep.Schemas.Descriptors.CreateAsync(
        new LabelDescriptor { SourceSchema = source, SourceProperty = Mail, Labels = ["core/C9"] });
}
