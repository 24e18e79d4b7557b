using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Tests.Support;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

public sealed class IngestTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task The_notebooks_array_on_one_line_is_ingested()
    {
        string dataset = await _client.CreateDatasetAsync();
        var events = new JsonArray(_client.EmailEvent("a"), _client.WebEvent("b"), _client.EmailEvent("c"));
        JsonObject batch = await _client.IngestAsync(dataset, events.ToJsonString());
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
        Assert.Equal(3, (long)batch["metrics"]!["inputRecordCount"]!);
        Assert.Equal(3, (long)batch["metrics"]!["outputRecordCount"]!);
        Assert.Equal(0, (long)batch["metrics"]!["failedRecordCount"]!);
        Assert.True((long)batch["metrics"]!["outputByteSize"]! > 0);
        Assert.Equal(dataset, (string?)batch["relatedObjects"]![0]!["id"]);
        Assert.True((long)batch["completed"]! >= (long)batch["started"]!);
    }

    [Fact]
    public async Task The_parquet_file_has_the_types_of_the_schema()
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject zoned = _client.WebEvent("b");
        zoned["timestamp"] = "2025-03-01T12:30:45.5+02:00";
        zoned["identityMap"] = JsonNode.Parse("""{ "ECID": [{ "id": "1", "primary": true }] }""");
        JsonObject batch = await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("a"), zoned));
        byte[] parquet = await DownloadAsync((string)batch["id"]!);
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "rows.parquet");
        await File.WriteAllBytesAsync(file, parquet);
        using DuckDBConnection connection = DuckDb.Open();
        Assert.Equal("TIMESTAMP", Scalar(connection, file, "typeof(timestamp)"));
        Assert.Equal("2025-03-01 12:30:45.123456|2025-03-01 10:30:45.5", Scalar(
            connection, file, "string_agg(timestamp::varchar, '|' order by _id)"));
        Assert.Equal("DOUBLE", Scalar(connection, file, "typeof(web.webPageDetails.pageViews.value)"));
        Assert.Equal("BOOLEAN", Scalar(connection, file, "typeof(web.webPageDetails.isErrorPage)"));
        Assert.Equal("1", Scalar(connection, file, "max(identityMap['ECID'][1].id)"));
        Assert.Equal("12345678901234567890123456789012345678", Scalar(connection, file, $"max(_{fixture.Emulator.TenantId}.userid)"));
        Assert.Equal("1", Scalar(connection, file, "count(*) filter (where web is null)"));
    }

    [Fact]
    public async Task Files_of_a_batch_come_together_and_a_second_upload_replaces_the_first()
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch = await _client.CreateAsync(BatchClient.Definition(dataset));
        (await _client.PutAsync(batch, dataset, "part-1.json", "not even JSON")).Dispose();
        (await _client.PutAsync(batch, dataset, "part-1.json", BatchClient.Lines(_client.EmailEvent("a")))).Dispose();
        (await _client.PutAsync(batch, dataset, "day=1/part%2F2.json", BatchClient.Lines(_client.EmailEvent("b"), _client.WebEvent("c"))))
            .Dispose();
        Assert.Equal(200, await _client.ActAsync(batch, "COMPLETE"));
        JsonObject done = await _client.WaitAsync(batch);
        Assert.Equal("success", (string?)done["status"]);
        Assert.Equal(3, (long)done["metrics"]!["outputRecordCount"]!);
        Assert.Equal(2, (long)done["metrics"]!["inputFileCount"]!);
    }

    [Fact]
    public async Task Parquet_is_checked_and_ingested()
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch = await _client.CreateAsync(BatchClient.Definition(dataset, "parquet"));
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "rows.parquet");
        using (DuckDBConnection connection = DuckDb.Open())
        {
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText =
                "COPY (SELECT 'p' || i AS _id, TIMESTAMP '2025-03-01 10:00:00' AS timestamp, 'web.formFilledOut' AS eventType, "
                + $"{{'userid': 'u' || i}} AS _{fixture.Emulator.TenantId} FROM range(100) t(i)) TO {DuckDb.Literal(file)} (FORMAT "
                + "parquet)";
            command.ExecuteNonQuery();
        }
        (await _client.PutAsync(batch, dataset, "rows.parquet", await File.ReadAllBytesAsync(file))).Dispose();
        await _client.ActAsync(batch, "COMPLETE");
        JsonObject done = await _client.WaitAsync(batch);
        Assert.True((string?)done["status"] == "success", done.ToJsonString());
        Assert.Equal(100, (long)done["metrics"]!["outputRecordCount"]!);
    }

    [Fact]
    public async Task A_multi_line_array_needs_its_flag()
    {
        string dataset = await _client.CreateDatasetAsync();
        string text = new JsonArray(_client.EmailEvent("a"), _client.WebEvent("b")).ToString(); // indented, over many lines
        Assert.Equal("failed", (string?)(await _client.IngestAsync(dataset, text))["status"]);
        JsonObject batch = await _client.IngestAsync(dataset, text, BatchClient.Definition(dataset, isMultiLine: true));
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
        Assert.Equal(2, (long)batch["metrics"]!["outputRecordCount"]!);
    }

    [Fact]
    public async Task Many_batches_at_once_are_all_there()
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject[] batches = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            _client.IngestAsync(
                dataset, BatchClient.Lines([.. Enumerable.Range(0, 50).Select(row => _client.WebEvent($"{number}-{row}"))]))));
        Assert.All(batches, batch => Assert.Equal("success", (string?)batch["status"]));
        Assert.Equal(600, batches.Sum(batch => (long)batch["metrics"]!["outputRecordCount"]!));
    }

    [Fact]
    public async Task Batches_are_listed_by_dataset_and_status()
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject done = await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("a")));
        string open = await _client.CreateAsync(BatchClient.Definition(dataset));
        Assert.Equal([(string)done["id"]!, open], await ListAsync($"?limit=100&dataSet={dataset}"));
        Assert.Equal([open], await ListAsync($"?limit=100&dataSet={dataset}&status=loading"));
        Assert.Equal([(string)done["id"]!], await ListAsync($"?limit=100&dataSet={dataset}&status=success"));
        Assert.Empty(await ListAsync($"?limit=100&dataSet={dataset}&status=staging"));
        Assert.Equal([open, (string)done["id"]!], await ListAsync($"?dataSet={dataset}&orderBy=desc:created,desc:id"));
    }

    private async Task<string[]> ListAsync(string query)
    {
        (int status, JsonNode body) = await _client.Catalog.SendAsync(HttpMethod.Get, "/batches" + query);
        Assert.Equal(200, status);
        return [.. body.AsObject().Select(entry => entry.Key)];
    }

    private async Task<byte[]> DownloadAsync(string batch)
    {
        JsonNode files = JsonNode.Parse(await fixture.Client.GetStringAsync($"/data/foundation/export/batches/{batch}/files"))!;
        JsonNode parts = JsonNode.Parse(await fixture.Client.GetStringAsync((string)files["data"]![0]!["_links"]!["self"]!["href"]!))!;
        return await fixture.Client.GetByteArrayAsync((string)parts["data"]![0]!["_links"]!["self"]!["href"]!);
    }

    private static string Scalar(DuckDBConnection connection, string file, string expression)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {expression}::varchar FROM read_parquet({DuckDb.Literal(file)})";
        return (string)command.ExecuteScalar()!;
    }
}
