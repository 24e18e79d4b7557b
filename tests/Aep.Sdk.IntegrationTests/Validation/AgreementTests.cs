using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Parquet;
using Aep.Sdk.Schemas;
using Xunit.Abstractions;

namespace Aep.Sdk.IntegrationTests.Validation;

/// <summary>The validator and the platform, each written by itself, take the same records.</summary>
public sealed class AgreementTests(Platform platform, ITestOutputHelper output) : IClassFixture<Platform>
{
    private const int Records = 500;

    [Fact]
    public async Task BatchIngestionTakesWhatTheValidatorTakes()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Agreement");
        XdmValidator validator = await platform.Aep.Schemas.GetValidatorAsync(dataset.SchemaRef!.Id);
        JsonObject[] records = [.. Enumerable.Range(0, Records).Select(number => RandomRecord.Create(new Random(number), $"r{number}"))];
        await platform.Aep.Ingestion.IngestAsync(
            dataset.Id, records.ToAsyncEnumerable(), ShopJson.Default.JsonObject, new IngestionOptions { PartialIngestionPercent = 100 });
        HashSet<string> taken =
            [.. await platform.Aep.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopKey).Select(key => key.Id).ToListAsync()];

        var disagreements = new StringBuilder();
        int refused = 0;
        foreach (JsonObject record in records)
        {
            XdmValidationResult result = validator.Validate(record, ShopJson.Default.JsonObject);
            refused += result.IsValid ? 0 : 1;
            if (result.IsValid != taken.Contains((string)record["_id"]!))
                disagreements.AppendLine(
                    $"{record.ToJsonString()}: "
                        + $"{(result.IsValid ? "only the platform refuses it" : $"only the validator refuses it: {result}")}");
        }

        output.WriteLine($"{refused} of {Records} records do not fit");
        Assert.True(disagreements.Length == 0, disagreements.ToString());
        Assert.InRange(refused, Records / 5, Records * 4 / 5); // the test would say nothing if all were alike
    }
}
