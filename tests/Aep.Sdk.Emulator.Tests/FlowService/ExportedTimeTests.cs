using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Tests.Support;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Times in exported JSON, at every depth.</summary>
public sealed class ExportedTimeTests
{
    private const string Time = "TIMESTAMP '2026-01-01 10:00:00.5'", Text = "2026-01-01T10:00:00.500Z";

    [Theory]
    [InlineData(Time, $"\"{Text}\"")]
    [InlineData("TIMESTAMP '2026-01-01 10:00:00'", "\"2026-01-01T10:00:00.000Z\"")]
    [InlineData($"{{'at': {Time}, 'name': 'a'}}", $$"""{"at":"{{Text}}","name":"a"}""")]
    [InlineData($"{{'in ner': {{'x.y': {Time}}}}}", $$$"""{"in ner":{"x.y":"{{{Text}}}"}}""")]
    [InlineData($"[{Time}, NULL]", $"""["{Text}",null]""")]
    [InlineData($"[{{'at': {Time}}}, NULL]", $$"""[{"at":"{{Text}}"},null]""")]
    [InlineData($"[[{Time}]]", $"""[["{Text}"]]""")]
    [InlineData($"MAP {{'a': {Time}}}", $$"""{"a":"{{Text}}"}""")]
    [InlineData($"MAP {{'a': [{{'at': {Time}}}]}}", $$"""{"a":[{"at":"{{Text}}"}]}""")]
    [InlineData($"{{'at': CAST(NULL AS TIMESTAMP), 'n': 1}}", """{"at":null,"n":1}""")]
    [InlineData($"CAST(NULL AS STRUCT(\"at\" TIMESTAMP))", "null")]
    [InlineData($"CAST(NULL AS MAP(VARCHAR, TIMESTAMP))", "null")]
    [InlineData("{'day': DATE '2026-01-01', 'text': '2026-01-01 10:00:00'}", """{"day":"2026-01-01","text":"2026-01-01 10:00:00"}""")]
    public async Task A_time_is_written_as_ISO_8601(string value, string expected)
    {
        using var folder = new TemporaryFolder();
        string source = Path.Combine(folder.Path, "in.parquet"), target = Path.Combine(folder.Path, "out.json");
        using (DuckDBConnection connection = DuckDb.Open())
        {
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"COPY (SELECT {value} AS \"the value\") TO {DuckDb.Literal(source)} (FORMAT parquet)";
            command.ExecuteNonQuery();
        }
        await ParquetCopy.RunAsync([source], target, new ExportFormat("json", "none"), CancellationToken.None);
        JsonObject row = JsonNode.Parse(Assert.Single(await File.ReadAllLinesAsync(target)))!.AsObject();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), row["the value"]), row.ToJsonString());
    }
}
