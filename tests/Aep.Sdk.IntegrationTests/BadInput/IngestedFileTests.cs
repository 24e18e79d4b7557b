using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Mappings;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Files that cannot be ingested: the run fails and says why, and no row of them is in the dataset.</summary>
public sealed class IngestedFileTests(Platform platform) : IClassFixture<Platform>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aep-bad-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("ragged", "userId,prediction\na,1\nb,2,3\n", "2")]
    [InlineData("latin", "userId,prediction\nü,1\n", "UTF-8")]
    [InlineData("twice", "userId,prediction,prediction\na,1,2\n", "names the column 'prediction' twice")]
    [InlineData("text", "userId,prediction\na,much\n", "'much' is not a number")]
    public async Task ARunThatFailsSaysWhyAndLeavesNoRows(string name, string content, string says)
    {
        LandingZoneIngestion ingestion = await PrepareAsync(name, "to_decimal(prediction)");
        string local = Path.Combine(_folder.FullName, $"{name}.csv");
        await File.WriteAllBytesAsync(local, (name == "latin" ? Encoding.Latin1 : Encoding.UTF8).GetBytes(content));

        var error = await Assert.ThrowsAsync<AepOperationFailedException>(() => platform.Aep.IngestFileAsync(ingestion, local));

        Assert.True(error.Message.Contains(says, StringComparison.Ordinal), error.Message);
        Dataset dataset = await platform.Aep.Datasets.GetAsync(ingestion.DatasetId);
        Assert.Empty(await platform.Aep.Queries.QueryAsync($"SELECT * FROM {Sql.Table(dataset.TableName)}").ToListAsync());
    }

    [Theory]
    [InlineData("a function that is unknown", "no_such_function(prediction)", "no_such_function")]
    [InlineData("half an expression", "to_decimal(prediction", "The expression ends too early")]
    public async Task AMappingThatCannotWorkMakesNoDataflow(string name, string expression, string says)
    {
        LandingZoneIngestion ingestion = await PrepareAsync(name, expression);
        string local = Path.Combine(_folder.FullName, "scores.csv");
        await File.WriteAllTextAsync(local, "userId,prediction\na,1\n");

        var error = await Assert.ThrowsAsync<AepRequestException>(() => platform.Aep.IngestFileAsync(ingestion, local));

        Assert.True(error.Message.Contains(says, StringComparison.Ordinal), error.Message);
        Assert.Null(await platform.Aep.Flows.FindByNameAsync(ingestion.Name));
        using LandingZoneContainer zone = await platform.OpenZoneAsync(LandingZoneType.UserDropZone);
        Assert.Equal(0, await zone.ListAsync(ingestion.Folder + "/").CountAsync());
    }

    private async Task<LandingZoneIngestion> PrepareAsync(string name, string expression)
    {
        AepClient aep = platform.Aep;
        JsonObject Field(string type) => new() { ["type"] = type, ["title"] = "Field" };
        FieldGroup fields = await aep.Schemas.FieldGroups.GetOrCreateAsync(new FieldGroupDefinition(
            "Bad score fields", new JsonObject { ["propensity"] = Field("number"), ["userId"] = Field("string") },
            [XdmClasses.IndividualProfile]));
        Schema schema = await aep.Schemas.GetOrCreateAsync(new SchemaDefinition("Bad scores", XdmClasses.IndividualProfile, [fields.Id]));
        Dataset dataset = await aep.Datasets.GetOrCreateAsync(new DatasetDefinition(name, schema.Id));
        MappingSetDefinition mapping = MappingSetDefinition.ForSchema(schema.Id).Map("userId").To("_aeplocal.userId")
            .MapExpression(expression).To("_aeplocal.propensity");
        return new LandingZoneIngestion(name, $"in/{dataset.Id}", dataset.Id, mapping);
    }
}
