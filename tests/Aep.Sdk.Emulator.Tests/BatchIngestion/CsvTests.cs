using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

public sealed class CsvTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task Values_become_what_the_schema_says()
    {
        string dataset = await CreateDatasetAsync();
        JsonObject batch = await IngestAsync(
            dataset, "id,amount,count,active,seen\na,1.5,7,true,2025-03-01T12:00:00Z\nb,,,,\n\"c, d\",2,8,false,1740830400000\n");
        Assert.True((string?)batch["status"] == "success", batch.ToJsonString());
        JsonArray rows =
            (await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/export/datasets/{dataset}/preview"))["data"]!.AsArray();
        rows = [.. rows.Select(row => Assert.Single(row!.AsObject()).Value!.DeepClone())]; // an ad-hoc schema has its fields in one object
        Assert.Equal(3, rows.Count);
        Assert.Equal(1.5, (double)rows[0]!["amount"]!);
        Assert.Equal(7, (long)rows[0]!["count"]!);
        Assert.True((bool)rows[0]!["active"]!);
        Assert.Null(rows[1]!["amount"]);
        Assert.Equal("c, d", (string?)rows[2]!["id"]);
        Assert.Equal((string?)rows[0]!["seen"], (string?)rows[2]!["seen"]);
    }

    [Fact]
    public async Task Separators_are_those_of_the_batch()
    {
        string dataset = await CreateDatasetAsync();
        JsonObject definition = BatchClient.Definition(dataset, "csv");
        definition["inputFormat"]!["delimiter"] = ";";
        definition["inputFormat"]!["quote"] = "'";
        JsonObject batch = await _client.IngestAsync(dataset, "id;amount\n'a;b';2\n", definition);
        Assert.Equal("success", (string?)batch["status"]);
    }

    [Theory]
    [InlineData("id,amount\na,x\n", "INGEST-1554-400")] // not a number
    [InlineData("id,count\na,1.5\n", "INGEST-1554-400")] // not an integer
    [InlineData("id,active\na,yes\n", "INGEST-1554-400")] // not a boolean
    [InlineData("id,seen\na,yesterday\n", "INGEST-1554-400")] // not a time
    [InlineData("id,colour\na,red\n", "INGEST-1553-400")] // no such field
    [InlineData("id,amount\na,1,2\n", "INGEST-1401-400")] // more values than names
    [InlineData("id,amount\na\n", "INGEST-1401-400")] // fewer values than names
    [InlineData("id,the amount\na,1\n", "INGEST-1401-400")] // a blank in a name
    [InlineData("id,id\na,1\n", "INGEST-1401-400")] // a name twice
    [InlineData("id,\na,1\n", "INGEST-1401-400")] // no name
    [InlineData("id,amount\n\"a,1\nb,2\n", "INGEST-1401-400")] // a quote that is not closed
    [InlineData("id,amount\na\"b\",1\nc,2\n", "INGEST-1401-400")] // a quote inside of a value
    [InlineData("id,\"amount\na,1\n", "INGEST-1401-400")] // a quote in the header
    public async Task A_wrong_file_fails_with_its_reason_and_leaves_no_row(string text, string code)
    {
        string dataset = await CreateDatasetAsync();
        JsonObject batch = await IngestAsync(dataset, text);
        Assert.Equal("failed", (string?)batch["status"]);
        Assert.True(batch["errors"]!.AsArray().Any(error => (string?)error!["code"] == code), batch.ToJsonString());
        Assert.Empty((await fixture.Client.CallAsync(200, HttpMethod.Get,
            $"/data/foundation/export/datasets/{dataset}/preview"))["data"]!.AsArray());
    }

    [Theory]
    [InlineData("delimiter", "\"ab\"")]
    [InlineData("charset", "\"EBCDIC\"")]
    [InlineData("header", "false")]
    public async Task A_format_that_cannot_be_read_is_refused_with_the_batch(string name, string value)
    {
        JsonObject definition = BatchClient.Definition(await CreateDatasetAsync(), "csv");
        definition["inputFormat"]![name] = JsonNode.Parse(value);
        (int status, JsonObject refusal) = await _client.TryCreateAsync(definition);
        Assert.Equal(400, status);
        Assert.Contains(name, (string?)refusal["detail"]);
    }

    private async Task<string> CreateDatasetAsync()
    {
        JsonObject fields = JsonCalls.Json("""
            {
              "id": { "type": "string" }, "amount": { "type": "number" }, "count": { "type": "integer" }, "active": { "type": "boolean" },
              "seen": { "type": "string", "format": "date-time" }
            }
            """);
        JsonObject adHocClass = await _client.Registry.CreateAsync("classes", new JsonObject
        {
            ["title"] = RegistryClient.UniqueTitle("Table"),
            ["type"] = "object",
            ["allOf"] = new JsonArray(
                new JsonObject { ["$ref"] = "https://ns.adobe.com/xdm/data/adhoc" },
                new JsonObject
                {
                    ["properties"] = new JsonObject
                    {
                        ["_adhoc"] = new JsonObject
                        {
                            ["type"] = "object",
                            ["properties"] = fields
                        }
                    }
                }),
        });
        JsonObject schema = await _client.Registry.CreateAsync(
            "schemas", RegistryClient.Schema(RegistryClient.UniqueTitle("Table"), (string)adHocClass["$id"]!));
        return await _client.Catalog.CreateDatasetAsync("Table", (string)schema["$id"]!);
    }

    private async Task<JsonObject> IngestAsync(string dataset, string text)
    {
        JsonObject definition = BatchClient.Definition(dataset, "csv");
        definition["enableErrorDiagnostics"] = true;
        return await _client.IngestAsync(dataset, text, definition);
    }
}
