using System.Text;
using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

public sealed class DatasetFilesClientTests : IDisposable
{
    private const string Root = "/data/foundation/export";

    private readonly Wire _wire = new();
    private readonly DatasetFilesClient _files;

    public DatasetFilesClientTests() => _files = new DatasetsClient(_wire.Pipeline).Files;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Files_of_a_batch_have_numbers_though_they_are_written_as_text()
    {
        _wire.On("GET", $"{Root}/batches/b1/files",
            """{"data":[{"dataSetFileId":"f1","records":"12","size":"3400","isValid":true,"other":1}]}""");
        DatasetFile file = await _files.ListAsync("b1").SingleAsync();
        Assert.Equal(("f1", 12L, 3400L), (file.Id, file.Records, file.Size));
        Assert.True(file.AdditionalProperties.ContainsKey("other"));
    }

    [Fact]
    public async Task Full_pages_and_links_lead_on_and_nothing_is_lost_or_doubled()
    {
        _wire.On("GET", $"{Root}/files/f1", Page(0, 100, null), Page(100, 40, 140), Page(140, 3, null));
        Assert.Equal(Enumerable.Range(0, 143).Select(number => $"p{number}"),
            await _files.ListPartsAsync("f1").Select(part => part.Name).ToListAsync());
        Assert.Equal(["100", "140"], _wire.Requests.Skip(1).Select(request => Wire.Query(request, "start")));
    }

    [Fact]
    public async Task A_part_and_a_file_of_failed_records_are_read_whole()
    {
        _wire.On("GET", $"{Root}/files/f1", "0123456789").On("GET", $"{Root}/batches/b1/failed", "bad row");
        Assert.Equal("0123456789", await ReadAsync(await _files.OpenAsync("f1", "a b.parquet")));
        Assert.Equal("bad row", await ReadAsync(await _files.OpenFailedAsync("b1", "x.json")));
        Assert.Equal("a b.parquet", Wire.Query(_wire.Requests[0], "path"));
    }

    [Fact]
    public async Task A_missing_part_says_so()
    {
        _wire.On("GET", $"{Root}/files/f1", (404, """{"title":"not found"}"""));
        await Assert.ThrowsAsync<AepNotFoundException>(() => _files.OpenAsync("f1", "a"));
    }

    [Fact]
    public async Task A_preview_gives_rows()
    {
        _wire.On("GET", $"{Root}/datasets/d1/preview", """{"data":[{"_id":"1"},{"_id":"2"}]}""");
        Assert.Equal(["1", "2"], (await _files.PreviewAsync("d1")).Select(row => (string?)row["_id"]));
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        await using (stream)
        using (var reader = new StreamReader(stream, Encoding.UTF8))
            return await reader.ReadToEndAsync();
    }

    private static string Page(int from, int count, int? next)
    {
        string parts = string.Join(',', Enumerable.Range(from, count).Select(number => $"{{\"name\":\"p{number}\",\"length\":\"1\"}}"));
        string links = next is null ? "" : $",\"_links\":{{\"next\":{{\"href\":\"https://x/files/f1?start={next}&limit=100\"}}}}";
        return $"{{\"data\":[{parts}]{links}}}";
    }
}
