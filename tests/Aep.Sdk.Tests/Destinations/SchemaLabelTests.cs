using Aep.Sdk.Destinations;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Destinations;

/// <summary>Labels of a schema's fields hold for each dataset of the schema.</summary>
public sealed class SchemaLabelTests : IDisposable
{
    private const string Schema = "https://ns.adobe.com/acme/schemas/1";
    private const string FieldGroup = "https://ns.adobe.com/acme/mixins/1";
    private const string Dataset =
        """
        {"d1":{"name":"Scores","tags":{"unifiedProfile":["enabled:true"]},"schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1",
         "contentType":"x"}}}
        """;

    private readonly Wire _wire = new();

    public void Dispose() => _wire.Dispose();

    [Theory]
    [InlineData(Schema)]
    [InlineData(FieldGroup)]
    public async Task ALabelOfTheSchemaOrAFieldGroupKeepsItsDatasetsIn(string source)
    {
        DestinationsClient destinations = Labelled(source, "/_acme/health", "core/RHD");

        var error = await Assert.ThrowsAsync<GovernanceViolationException>(
            () => destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p")));

        Assert.Equal([new LabelFinding("RHD", "/_acme/health")], error.Findings);
        Assert.DoesNotContain(_wire.Requests, request => request.Method == "POST");
        Assert.Equal("@type==xdm:descriptorLabel", Wire.Query(_wire.Requests[0], "property"));
    }

    [Theory]
    [InlineData("_acme.health", true)]
    [InlineData("_acme", true)]
    [InlineData("_acme.health.steps", true)]
    [InlineData("_acme.userid", false)]
    public async Task ALabelOfTheSchemaKeepsTheAttributeIn(string attribute, bool stays)
    {
        DestinationsClient destinations = Labelled(FieldGroup, "/_acme/health", "core/RHD");
        Task activation =
            destinations.ActivateAudienceAsync("s1", new StreamingActivation("Webhook", "spec", "flow-spec") { Attributes = [attribute] });

        if (stays)
            Assert.Contains("/_acme/health", (await Assert.ThrowsAsync<GovernanceViolationException>(() => activation)).Message,
                StringComparison.Ordinal);
        else
            await Assert.ThrowsAsync<AepNotFoundException>(() => activation); // past the guard, and nothing more is there
    }

    [Theory]
    [InlineData("https://ns.adobe.com/acme/schemas/2", "core/RHD")] // another schema
    [InlineData(Schema, "core/C2")] // another label
    [InlineData(Schema, "custom/mine")]
    public async Task OtherLabelsStopNothing(string source, string label)
    {
        DestinationsClient destinations = Labelled(source, "/_acme/health", label);
        await Assert.ThrowsAsync<AepNotFoundException>(() => destinations.ExportDatasetAsync("d1", LandingZoneExport.Parquet("p")));
        Assert.Contains(_wire.Requests, request => request.Path.EndsWith("/flows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACustomLabelCanBeGuardedByItsName()
    {
        DestinationsClient destinations = Labelled(Schema, "/_acme/health", "custom/mine");
        LandingZoneExport export = LandingZoneExport.Parquet("p") with { Guard = GovernanceGuard.Against("mine") };
        await Assert.ThrowsAsync<GovernanceViolationException>(() => destinations.ExportDatasetAsync("d1", export));
    }

    private DestinationsClient Labelled(string source, string field, string label)
    {
        _wire.On("GET", "/data/foundation/catalog/dataSets", Dataset).On("GET", "/data/foundation/catalog/dataSets/d1", Dataset)
            .On("GET", "/data/foundation/schemaregistry/tenant/schemas/*",
                $$"""{"$id":"{{Schema}}","title":"Scores","meta:extends":["{{FieldGroup}}"]}""");
        return _wire.Destinations($$"""
            {"results":[{"@id":"1","@type":"xdm:descriptorLabel","xdm:sourceSchema":"{{source}}","xdm:sourceProperty":"{{field}}",
             "xdm:labels":["{{label}}"]}]}
            """);
    }
}
