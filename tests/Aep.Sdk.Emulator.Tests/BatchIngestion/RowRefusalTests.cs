using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

public sealed class RowRefusalTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Theory]
    [InlineData("_id", null, "INGEST-1555-400")]
    [InlineData("timestamp", null, "INGEST-1555-400")]
    [InlineData("_aeplocal", "{}", "INGEST-1555-400")]
    [InlineData("timestamp", "\"yesterday\"", "INGEST-1554-400")]
    [InlineData("timestamp", "1740832245.5", "INGEST-1554-400")]
    [InlineData("eventType", "true", "INGEST-1554-400")]
    [InlineData("directMarketing", "\"none\"", "INGEST-1554-400")]
    [InlineData("directMarketing", """{ "sends": { "value": "one" } }""", "INGEST-1554-400")]
    [InlineData("directMarketing", """{ "sends": {} }""", "INGEST-1555-400")]
    [InlineData("directMarketing", """{ "sent": { "value": 1 } }""", "INGEST-1553-400")]
    [InlineData("isHomepage", "true", "INGEST-1553-400")]
    [InlineData("web", """{ "webReferrer": { "type": "somewhere" } }""", "INGEST-1556-400")]
    [InlineData("web", """{ "webPageDetails": { "isErrorPage": "no" } }""", "INGEST-1554-400")]
    [InlineData("identityMap", """{ "ECID": { "id": "1" } }""", "INGEST-1554-400")]
    public async Task A_row_that_does_not_fit_fails_the_batch(string member, string? value, string code)
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject wrong = _client.EmailEvent("wrong");
        wrong[member] = value is null ? null : JsonNode.Parse(value);
        JsonObject definition = BatchClient.Definition(dataset);
        definition["enableErrorDiagnostics"] = true;
        JsonObject batch = await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("right"), wrong), definition);
        Assert.True((string?)batch["status"] == "failed", batch.ToJsonString());
        Assert.Equal(["INGEST-1212-400", code], batch["errors"]!.AsArray().Select(error => (string)error!["code"]!));
        Assert.Equal(1, (long)batch["errors"]![1]!["recordCount"]!);
        Assert.Equal(0, (long)batch["metrics"]!["outputRecordCount"]!);
        Assert.Equal(1, (long)batch["metrics"]!["failedRecordCount"]!);
        Assert.Equal(2, (long)batch["metrics"]!["inputRecordCount"]!);
    }

    [Theory]
    [InlineData("timestamp", "1740832245000")] // milliseconds
    [InlineData("eventType", "5")]
    [InlineData("directMarketing", """{ "sends": { "value": "1" } }""")]
    public async Task A_value_of_another_type_is_converted_where_that_is_documented(string member, string value)
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject row = _client.EmailEvent("converted");
        row[member] = JsonNode.Parse(value);
        JsonObject batch = await _client.IngestAsync(dataset, BatchClient.Lines(row));
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
    }

    [Fact]
    public async Task Nothing_of_a_failed_batch_is_in_the_lake()
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject batch = await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("right")) + "{ broken\n");
        Assert.Equal("failed", (string?)batch["status"]);
        JsonNode files = JsonNode.Parse(await fixture.Client.GetStringAsync($"/data/foundation/export/batches/{batch["id"]}/files"))!;
        Assert.Empty(files["data"]!.AsArray());
    }

    [Fact]
    public async Task Without_diagnostics_the_errors_are_not_told()
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject batch = await _client.IngestAsync(dataset, "{ broken\n");
        Assert.Equal("INGEST-1211-400", (string?)Assert.Single(batch["errors"]!.AsArray())!["code"]);
    }

    [Theory]
    [InlineData(10, "success")]
    [InlineData(5, "failed")]
    public async Task Some_wrong_rows_may_be_tolerated(int percent, string status)
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject definition = BatchClient.Definition(dataset);
        definition["partialIngestionPercent"] = percent;
        string rows = BatchClient.Lines([.. Enumerable.Range(0, 9).Select(number => _client.EmailEvent($"e{number}"))]) + "{ broken\n";
        JsonObject batch = await _client.IngestAsync(dataset, rows, definition);
        Assert.Equal(status, (string?)batch["status"]);
        Assert.Equal(status == "success" ? 9 : 0, (long)batch["metrics"]!["outputRecordCount"]!);
        Assert.Equal(1, (long)batch["metrics"]!["failedRecordCount"]!);
        Assert.Equal("INGEST-1401-400", (string?)batch["errors"]![1]!["code"]);
    }

    [Theory]
    [InlineData("[{\"_id\":\"a\"},")]
    [InlineData("[1, 2]")]
    [InlineData("\"text\"\n")]
    public async Task A_file_that_is_no_list_of_objects_fails_even_when_errors_are_tolerated(string text)
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject definition = BatchClient.Definition(dataset);
        definition["partialIngestionPercent"] = 90;
        Assert.Equal("failed", (string?)(await _client.IngestAsync(dataset, text, definition))["status"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\n\n")]
    public async Task A_file_without_rows_fails(string text)
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject batch = await _client.IngestAsync(dataset, text);
        Assert.Equal("failed", (string?)batch["status"]);
        Assert.Equal("106", (string?)batch["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task A_file_that_is_not_parquet_fails()
    {
        string dataset = await _client.CreateDatasetAsync();
        Assert.Equal("failed", (string?)(await _client.IngestAsync(dataset, "PAR0", BatchClient.Definition(dataset, "Parquet")))["status"]);
    }
}
