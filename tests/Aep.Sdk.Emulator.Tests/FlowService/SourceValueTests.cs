using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>What becomes of the values of source files: times, truth values, objects, rows that cannot be read.</summary>
public sealed class SourceValueTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly LandingZoneClient _landingZone = new(fixture);

    [Theory]
    [InlineData("TIMESTAMP_S '2026-03-01 13:14:15'", "2026-03-01T13:14:15.0000000Z")]
    [InlineData("TIMESTAMP_MS '2026-03-01 13:14:15.123'", "2026-03-01T13:14:15.1230000Z")]
    [InlineData("TIMESTAMP '2026-03-01 13:14:15.123456'", "2026-03-01T13:14:15.1234560Z")]
    [InlineData("TIMESTAMP_NS '2026-03-01 13:14:15.123456700'", "2026-03-01T13:14:15.1234567Z")]
    [InlineData("TIMESTAMPTZ '2026-03-01 13:14:15.5+02'", "2026-03-01T11:14:15.5000000Z")]
    [InlineData("TIMESTAMP '1899-12-31 23:59:59'", "1899-12-31T23:59:59.0000000Z")]
    [InlineData("DATE '2026-03-01'", "2026-03-01")]
    [InlineData("{'at': TIMESTAMP '2026-03-01 13:14:15'}", """{"at":"2026-03-01T13:14:15.0000000Z"}""")]
    [InlineData("[TIMESTAMPTZ '2026-03-01 13:14:15+02']", """["2026-03-01T11:14:15.0000000Z"]""")]
    [InlineData("MAP {'a': TIMESTAMP '2026-03-01 13:14:15'}", """{"a":"2026-03-01T13:14:15.0000000Z"}""")]
    [InlineData("0.1::FLOAT", "0.1")]
    [InlineData("12345678901234567890::UBIGINT", "12345678901234567890")]
    [InlineData("1.10::DECIMAL(10, 2)", "1.10")]
    [InlineData("true", "true")]
    [InlineData("NULL::TIMESTAMP", null)]
    public async Task Values_of_parquet_keep_what_they_say(string sql, string? expected)
    {
        string name = $"values-{Guid.NewGuid():N}.parquet";
        await _landingZone.DropAsync(name, await ParquetAsync($"SELECT {sql} AS value"));
        JsonObject preview = await fixture.Client.CallAsync(200, HttpMethod.Get,
            $"{FlowClient.Base}/connectionSpecs/{FlowClient.LandingZoneSource}/explore?objectType=file&object={name}&fileType=parquet&preview=true");
        JsonNode? value = Assert.Single(preview["data"]!.AsArray())!["value"];
        Assert.Equal(expected, value is JsonValue ? value.ToString() : value?.ToJsonString());
    }

    [Fact]
    public async Task Times_of_parquet_stand_in_the_dataset_as_the_same_instants()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings
        {
            Data = """{ "format": "parquet" }""",
            ExtraFields = """{ "seen": { "type": "string", "format": "date-time" }, "born": { "type": "string", "format": "date" } }""",
            ExtraMappings = [("seen", "seen"), ("born", "born")],
        });
        await flow.DropAsync("a.parquet", await ParquetAsync(
            """
            SELECT 'u1' AS "userId", 0.5 AS prediction, TIMESTAMPTZ '2026-03-01 13:14:15.123456+02' AS seen, DATE '2000-02-29' AS born
            UNION ALL SELECT 'u2', 0.5, NULL, NULL
            """));
        Assert.Equal("success", FlowClient.Status(Assert.Single(await flow.FinishRunsAsync(1))));
        List<object?[]> rows = await flow.ValuesAsync("userid", "seen", "born");
        Assert.Equal(new DateTime(2026, 3, 1, 11, 14, 15).AddTicks(1_234_560), Assert.IsType<DateTime>(rows[0][1]));
        Assert.StartsWith("2000-02-29", $"{rows[0][2]:yyyy-MM-dd}");
        Assert.Null(rows[1][1]);
    }

    [Fact]
    public async Task Texts_become_truth_values_and_dates_in_the_documented_formats()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings
        {
            ExtraFields =
                """
                { "member": { "type": "boolean" }, "seen": { "type": "string", "format": "date-time" }, "born": { "type": "string",
                 "format": "date" } }
                """,
            ExtraMappings = [("member", "member"), ("seen", "seen"), ("born", "born")],
        });
        await flow.DropAsync("a.csv",
            """
            userId,prediction,member,seen,born
            u1,0.5,yes,2026-03-01 13:14:15-0800,2000/02/29
            u2,0.5,OFF,3/01/2026 01:14:15 PM,29-Feb-2000
            u3,0.5,N,2026-03-01T13:14:15Z,20000229
            """);
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.True(FlowClient.Status(run) == "success", run.ToJsonString());
        List<object?[]> rows = await flow.ValuesAsync("userid", "member", "seen", "born");
        Assert.Equal([true, false, false], rows.Select(row => (bool)row[1]!));
        Assert.Equal([21, 13, 13], rows.Select(row => ((DateTime)row[2]!).Hour));
        Assert.All(rows, row => Assert.StartsWith("2000-02-29", $"{row[3]:yyyy-MM-dd}"));
    }

    [Fact]
    public async Task Of_an_object_the_members_stay_that_the_schema_has()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings
        {
            Data = """{ "format": "json" }""",
            ExtraFields =
                """{ "home": { "type": "object", "properties": { "line": { "type": "string" }, "city": { "type": "string" } } } }""",
            ExtraMappings = [("address.street", "home.line"), ("address", "home")],
        });
        await flow.DropAsync("a.json",
            """[{ "userId": "u1", "prediction": 1, "address": { "street": "Ridgebrook Way", "city": "San Jose", "planet": "Earth" } }]""");
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.True(FlowClient.Status(run) == "success", run.ToJsonString());
        Assert.Equal(["Ridgebrook Way", "San Jose"], Assert.Single(await flow.ValuesAsync("home.line", "home.city")));
    }

    [Theory]
    [InlineData("delimited", "userId,prediction\nu1,0.1\nu2\nu3,0.3\nu4,0.4,5\n", 2, "the header 2")]
    [InlineData(
        "json", "{\"userId\":\"u1\",\"prediction\":0.1}\n{\"userId\":\n{\"userId\":\"u3\",\"prediction\":0.3}\n", 2, "not valid JSON")]
    [InlineData("json", "[{\"userId\":\"u1\",\"prediction\":0.1}, 7, {\"userId\":\"u3\",\"prediction\":0.3}]", 2, "no object")]
    public async Task Rows_that_cannot_be_read_are_refused_alone(string format, string text, int row, string says)
    {
        ImportFlow flow =
            await ImportFlow.CreateAsync(fixture, new ImportSettings { Data = $$"""{ "format": "{{format}}" }""", Percent = 50 });
        await flow.DropAsync("a", text);
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.Equal("partialSuccess", FlowClient.Status(run));
        JsonNode error = run["metrics"]!["statusSummary"]!["errors"]![0]!;
        Assert.Equal("INGEST-1401-400", (string?)error["code"]);
        Assert.StartsWith($"{flow.Folder}/a row {row}: ", (string?)error["message"]);
        Assert.Contains(says, (string?)error["message"]);
        Assert.Equal(["u1", "u3"], (await flow.RowsAsync()).Select(read => read.User));
    }

    [Theory]
    [InlineData("[{\"userId\":\"u1\",\"prediction\":0.1},{\"userId\"", "from row 2")]
    [InlineData("[{\"userId\":\"u1\",\"prediction\":0.1}", "from row")]
    public async Task An_array_that_is_cut_adds_no_row(string text, string says)
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { Data = """{ "format": "json" }""", Percent = 99 });
        await flow.DropAsync("a.json", text);
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.Equal("failed", FlowClient.Status(run));
        Assert.Contains(says, (string?)run["metrics"]!["statusSummary"]!["errors"]![0]!["message"]);
        Assert.Empty(await flow.RowsAsync());
    }

    [Fact]
    public async Task A_large_array_is_read_row_by_row()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { Data = """{ "format": "json" }""" });
        var text = new StringBuilder("[");
        for (int i = 0; i < 20_000; i++)
            text.Append(i == 0 ? "" : ",\n").Append("{\"userId\":\"u").Append(i)
                .Append("\",\"prediction\":0.5,\"more\":[1,2,{\"a\":\"]\"}]}");
        await flow.DropAsync("a.json", text.Append(']').ToString());
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.Equal(20_000, (int)run["metrics"]!["recordSummary"]!["outputRecordCount"]!);
    }

    private static async Task<BinaryData> ParquetAsync(string select)
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "a.parquet");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SET TimeZone = 'UTC'; COPY ({select}) TO '{file}' (FORMAT parquet)";
        command.ExecuteNonQuery();
        return new BinaryData(await File.ReadAllBytesAsync(file));
    }
}
