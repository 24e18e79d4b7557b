using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Mappings;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Flows;

/// <summary>Files go through the landing zone into a dataset by one call.</summary>
public abstract class FileIngestionTests(Platform platform) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aep-scores-");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("csv", "a.csv", null)]
    [InlineData("gzip", "a.csv.gz", "gzip")]
    [InlineData("json", "a.json", null)]
    [InlineData("parquet", "a.parquet", null)]
    public async Task FilesInAFolderBecomeRows(string kind, string file, string? compression)
    {
        LandingZoneIngestion ingestion = await PrepareAsync($"From {kind}") with
        {
            Files = new FlowSourceFiles { Format = FormatOf(file), Compression = compression },
        };
        using LandingZoneContainer zone = await platform.OpenZoneAsync(LandingZoneType.UserDropZone);
        await zone.WriteAsync($"{ingestion.Folder}/{file}", Scores(10).ToAsyncEnumerable(), FlowJson.Default.Score);

        FlowRun run = await platform.Aep.IngestFromLandingZoneAsync(ingestion);

        Assert.Equal((10, 10), (run.Metrics.RecordSummary.InputRecordCount, run.Metrics.RecordSummary.OutputRecordCount));
        Assert.Equal(Scores(10), await RowsOfAsync(ingestion));
    }

    [Fact]
    public async Task AFileOfTheDiskGoesThroughTheSameDataflowEachTime()
    {
        LandingZoneIngestion ingestion = await PrepareAsync("From the disk");
        string local = Path.Combine(_folder.FullName, "scores.csv");
        await File.WriteAllTextAsync(local, "userId,prediction\nü,0.25\n\"a, \"\"b\"\"\",1\n");

        FlowRun first = await platform.Aep.IngestFileAsync(ingestion, local, platform.ZoneOptions());
        FlowRun second = await platform.Aep.IngestFileAsync(ingestion, local, platform.ZoneOptions());

        Assert.Equal(first.FlowId, second.FlowId);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(2, second.Metrics.RecordSummary.OutputRecordCount);
        Assert.Equal(
            [new Score("a, \"b\"", 1), new Score("a, \"b\"", 1), new Score("ü", 0.25), new Score("ü", 0.25)], await RowsOfAsync(ingestion));
        Assert.Equal(1, await platform.Aep.Flows.ListAsync().CountAsync(flow => flow.Name == ingestion.Name));
    }

    [Fact]
    public async Task AFileIsReadInItsEncoding()
    {
        LandingZoneIngestion ingestion =
            await PrepareAsync(
                "Latin 1") with
            { Files = new FlowSourceFiles { Encoding = FlowFileEncoding.Latin1, ColumnDelimiter = ';' } };
        string local = Path.Combine(_folder.FullName, "latin.csv");
        await File.WriteAllTextAsync(local, "userId;prediction\nü;0.25\n", System.Text.Encoding.Latin1);

        await platform.Aep.IngestFileAsync(ingestion, local, platform.ZoneOptions());

        Assert.Equal([new Score("ü", 0.25)], await RowsOfAsync(ingestion));
    }

    [Fact]
    public async Task RowsThatFailWithinTheShareAreCountedAndExplained()
    {
        LandingZoneIngestion ingestion =
            await PrepareAsync("Some rows fail") with { Options = new FlowOptions { PartialIngestionPercent = 60 } };
        string local = Path.Combine(_folder.FullName, "partly.csv");
        await File.WriteAllTextAsync(local, "userId,prediction\na,0.25\nb,much\n");

        FlowRun run = await platform.Aep.IngestFileAsync(ingestion, local, platform.ZoneOptions());

        Assert.Equal(FlowRunStatus.PartialSuccess, run.Status);
        Assert.Equal((2L, 1L, 1L, false), (run.Outcome.RowsRead, run.Outcome.RowsWritten, run.Outcome.RowsFailed, run.Outcome.IsWhole));
        Assert.NotEmpty(run.Outcome.Errors);
        Assert.Equal([new Score("a", 0.25)], await RowsOfAsync(ingestion));
    }

    [Fact]
    public async Task WithoutAShareOneRowThatFailsIsTheEndOfTheRun()
    {
        LandingZoneIngestion ingestion = await PrepareAsync("No row may fail");
        string local = Path.Combine(_folder.FullName, "partly.csv");
        await File.WriteAllTextAsync(local, "userId,prediction\na,0.25\nb,much\n");
        await Assert.ThrowsAsync<AepOperationFailedException>(() => platform.Aep.IngestFileAsync(ingestion, local, platform.ZoneOptions()));
        Assert.Empty(await RowsOfAsync(ingestion));
    }

    [Fact]
    public async Task AFileThatIsMissingCreatesNothing()
    {
        LandingZoneIngestion ingestion = await PrepareAsync("From nothing");
        await Assert.ThrowsAsync<FileNotFoundException>(
            () => platform.Aep.IngestFileAsync(ingestion, Path.Combine(_folder.FullName, "none.csv")));
        Assert.Null(await platform.Aep.Flows.FindByNameAsync(ingestion.Name));
    }

    private async Task<LandingZoneIngestion> PrepareAsync(string name)
    {
        AepClient aep = platform.Aep;
        string tenant = "_" + await aep.Schemas.GetTenantIdAsync();
        FieldGroup fields = await aep.Schemas.FieldGroups.GetOrCreateAsync(new FieldGroupDefinition(
            "Score fields",
            new JsonObject
            {
                ["propensity"] = new JsonObject { ["type"] = "number", ["title"] = "Propensity" },
                ["userId"] = new JsonObject { ["type"] = "string", ["title"] = "User" }
            },
            [XdmClasses.IndividualProfile]));
        Schema schema = await aep.Schemas.GetOrCreateAsync(new SchemaDefinition("Scores", XdmClasses.IndividualProfile, [fields.Id]));
        Dataset dataset = await aep.Datasets.GetOrCreateAsync(new DatasetDefinition(name, schema.Id));
        MappingSetDefinition mapping = MappingSetDefinition.ForSchema(schema.Id).Map("userId").To($"{tenant}.userId")
            .MapExpression("to_decimal(prediction)").To($"{tenant}.propensity");
        return new LandingZoneIngestion(name, $"in/{dataset.Id}", dataset.Id, mapping);
    }

    private async Task<List<Score>> RowsOfAsync(LandingZoneIngestion ingestion)
    {
        Dataset dataset = await platform.Aep.Datasets.GetAsync(ingestion.DatasetId);
        IAsyncEnumerable<Score> rows = platform.Aep.Queries.QueryAsync<Score>(
            $"SELECT _aeplocal.userId AS userId, _aeplocal.propensity AS prediction FROM {Queries.Sql.Table(dataset.TableName)}");
        return [.. (await rows.ToListAsync()).OrderBy(score => score.UserId, StringComparer.Ordinal)];
    }

    private static FlowFileFormat FormatOf(string file) =>
        file.Contains("parquet", StringComparison.Ordinal)
            ? FlowFileFormat.Parquet
            : file.Contains("json", StringComparison.Ordinal) ? FlowFileFormat.Json : FlowFileFormat.Delimited;

    private static IEnumerable<Score> Scores(int count) => Enumerable.Range(0, count).Select(i => new Score($"user {i} ü", i / 16.0));
}

public sealed class AzureFileIngestionTests(Platform platform) : FileIngestionTests(platform), IClassFixture<Platform>;

public sealed class S3FileIngestionTests(S3Platform platform) : FileIngestionTests(platform), IClassFixture<S3Platform>;
