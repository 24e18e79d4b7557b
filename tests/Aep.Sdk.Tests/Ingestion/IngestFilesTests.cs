using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Ingestion;

public sealed class IngestFilesTests : IDisposable
{
    private const string Batches = "/data/foundation/import/batches";

    private readonly Wire _wire = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly IngestionClient _ingestion;

    public IngestFilesTests() => _ingestion = _wire.Ingestion();

    public void Dispose()
    {
        _wire.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("a.csv", """{"format":"csv"}""")]
    [InlineData("a.tsv", """{"format":"csv","delimiter":"\t"}""")]
    [InlineData("a.jsonl", """{"format":"json","isMultiLineJson":false}""")]
    [InlineData("a.parquet", """{"format":"parquet"}""")]
    public async Task A_file_goes_as_it_is_in_the_format_of_its_ending(string name, string format)
    {
        string path = Write(name, "the content");
        Accept($"00001-{name}");
        IngestionResult result = await _ingestion.IngestFilesAsync("d1", path);
        JsonNode definition = JsonNode.Parse(_wire.Single("POST", Batches).Body!)!;
        Assert.Equal("d1", (string?)definition["datasetId"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(format), definition["inputFormat"]), $"The format was {definition["inputFormat"]}");
        Assert.Equal("the content", Sent($"00001-{name}"));
        Assert.Equal((11, "b1"), (result.Bytes, Assert.Single(result.BatchIds)));
    }

    [Fact]
    public async Task A_folder_stands_for_its_files_but_not_for_those_of_its_folders()
    {
        Write("b.csv", "b");
        Write("a.csv", "a");
        Write("deep/c.csv", "c");
        Accept("00001-a.csv", "00002-b.csv");
        await _ingestion.IngestFilesAsync("d1", _folder.FullName);
        Assert.Equal(("a", "b"), (Sent("00001-a.csv"), Sent("00002-b.csv")));
        Assert.Equal(2, _wire.Requests.Count(request => request.Method == "PUT"));
    }

    [Fact]
    public async Task A_pattern_reaches_into_folders_and_files_of_one_name_stay_apart()
    {
        Write("x/part.csv", "x");
        Write("y/part.csv", "y");
        Write("y/note.txt", "not this one");
        Accept("00001-part.csv", "00002-part.csv");
        await _ingestion.IngestFilesAsync("d1", Path.Combine(_folder.FullName, "**/*.csv"));
        Assert.Equal(("x", "y"), (Sent("00001-part.csv"), Sent("00002-part.csv")));
    }

    [Theory]
    [InlineData("none", "stands for no file")]
    [InlineData("empty", "is empty")]
    [InlineData("mixed", "several formats")]
    [InlineData("unknown", "IngestionOptions.Format")]
    public async Task What_cannot_be_a_batch_is_said_before_anything_is_sent(string folder, string why)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "none"));
        Write("empty/a.csv", "");
        Write("mixed/a.csv", "a");
        Write("mixed/b.json", "{}");
        Write("unknown/a.dat", "a");
        var refused =
            await Assert.ThrowsAsync<ArgumentException>(() => _ingestion.IngestFilesAsync("d1", Path.Combine(_folder.FullName, folder)));
        Assert.Contains(why, refused.Message);
        Assert.Empty(_wire.Requests);
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    private void Accept(params string[] files)
    {
        _wire.On("POST", Batches, """{"id":"b1"}""").On("POST", $"{Batches}/b1", "")
            .On("GET", "/data/foundation/catalog/batches/b1", """{"b1":{"status":"success"}}""");
        foreach (string file in files)
            _wire.On("PUT", $"{Batches}/b1/datasets/d1/files/{file}", "");
    }

    private string? Sent(string file) => _wire.Single("PUT", $"{Batches}/b1/datasets/d1/files/{file}").Body;
}
