using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Tests.FlowService;

public sealed class FileFormatTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Json = """{ "format": "json" }""";
    private static readonly (string?, double?)[] Expected = [("u1", 0.25), ("ü2", null)];

    [Theory]
    [InlineData("{\"userId\":\"u1\",\"prediction\":0.25}\n\n{\"userId\":\"ü2\",\"prediction\":null}\n", Json)]
    [InlineData("\uFEFF [{\"userId\":\"u1\",\"prediction\":0.25},\n{\"userId\":\"ü2\"}]", Json)]
    [InlineData("userId\tprediction\nu1\t0.25\nü2\t\n", """{ "format": "delimited", "properties": { "columnDelimiter": "\t" } }""")]
    [InlineData("prediction;userId\n0.25;u1\n;ü2\n", """{ "format": "delimited", "properties": { "columnDelimiter": ";" } }""")]
    public async Task A_text_is_read_by_its_format(string text, string data)
    {
        await AssertReadAsync(data, new BinaryData(text));
    }

    [Theory]
    [InlineData("userId,prediction\nu1,0.25\nü2,\n", "delimited")]
    [InlineData("[{\"userId\":\"u1\",\"prediction\":0.25},{\"userId\":\"ü2\"}]", "json")]
    public async Task A_packed_file_is_unpacked(string text, string format)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        await AssertReadAsync(
            $$"""{ "format": "{{format}}", "properties": { "compressionType": "gzip" } }""", new BinaryData(packed.ToArray()));
    }

    [Fact]
    public async Task A_text_is_read_in_the_encoding_that_its_source_names()
    {
        await AssertReadAsync(
            """{ "format": "delimited", "properties": { "encoding": "ISO-8859-1", "compressionType": "deflate" } }""",
            new BinaryData(Deflated(Encoding.Latin1.GetBytes("userId,prediction\nu1,0.25\nü2,\n"))));
        await AssertReadAsync(
            """{ "format": "delimited", "columnDelimiter": ";", "properties": { "encoding": "UTF-8" } }""",
            new BinaryData("userId;prediction\nu1;0.25\nü2;\n"));
    }

    [Fact]
    public async Task A_parquet_file_is_read()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "a.parquet");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"COPY (SELECT * FROM (VALUES ('u1', 0.25::DOUBLE), ('ü2', NULL)) AS t (userId, prediction)) TO '{file}' (FORMAT parquet)";
        command.ExecuteNonQuery();
        await AssertReadAsync("""{ "format": "parquet" }""", new BinaryData(await File.ReadAllBytesAsync(file)));
    }

    [Theory]
    [InlineData("delimited", "none", "userId,prediction\n\u00FC,1\n", "UTF-8")] // written in Latin 1
    [InlineData("json", "none", "{\"userId\":\"\u00FC\",\"prediction\":1}", "UTF-8")]
    [InlineData("json", "none", "{\"userId\":\"u1\",\"prediction\":1}\n{\"userId\":\n", "Row 2")]
    [InlineData("json", "none", "[1]", "no object")]
    [InlineData("delimited", "gzip", "userId,prediction\nu1,1\n", "gzip")]
    [InlineData("parquet", "none", "userId,prediction\nu1,1\n", "Parquet")]
    public async Task A_file_of_another_form_fails_the_run_and_adds_no_row(string format, string compression, string text, string says)
    {
        var settings =
            new ImportSettings { Data = $$"""{ "format": "{{format}}", "properties": { "compressionType": "{{compression}}" } }""" };
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, settings);
        await flow.DropAsync("a", new BinaryData(Encoding.Latin1.GetBytes(text)));
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.Equal("failed", FlowClient.Status(run));
        Assert.Contains(says, (string?)run["metrics"]!["statusSummary"]!["errors"]![0]!["message"], StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await flow.RowsAsync());
    }

    [Fact]
    public async Task Without_recursion_deeper_folders_are_left_alone()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { Recursive = false });
        await flow.DropAsync("deep/a.csv", "userId,prediction\nwrong,1\n");
        await flow.DropAsync("a.csv", "userId,prediction\nu1,0.1\n");
        await flow.FinishRunsAsync(1);
        Assert.Equal([("u1", 0.1)], await flow.RowsAsync());
    }

    [Fact]
    public async Task A_source_of_one_file_reads_no_other()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { File = "/a.csv" });
        await flow.DropAsync("a.csv.old", "userId,prediction\nwrong,1\n");
        await flow.DropAsync("a.csv", "userId,prediction\nu1,0.1\n");
        await flow.FinishRunsAsync(1);
        Assert.Equal([("u1", 0.1)], await flow.RowsAsync());
    }

    private async Task AssertReadAsync(string data, BinaryData content)
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { Data = data });
        await flow.DropAsync("a", content);
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.True(FlowClient.Status(run) == "success", run.ToJsonString());
        Assert.Equal(Expected, await flow.RowsAsync());
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest))
            deflate.Write(content);
        return packed.ToArray();
    }
}
