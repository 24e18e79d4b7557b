using System.Text;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Tests.Support;
using WireMock;

namespace Aep.Sdk.Tests.Ingestion;

public sealed class IngestStreamTests : IDisposable
{
    private const string Batches = "/data/foundation/import/batches";
    private const string File = Batches + "/b1/datasets/d1/files/00001.csv";

    private static readonly IngestionOptions Small = new() { MaxFileBytes = 10 };

    private readonly Wire _wire = new();
    private readonly IngestionClient _ingestion;

    public IngestStreamTests()
    {
        _ingestion = _wire.Ingestion();
        _wire.On("POST", Batches, """{"id":"b1"}""").On("POST", $"{Batches}/b1", "")
            .On("GET", "/data/foundation/catalog/batches/b1", """{"b1":{"status":"success"}}""");
    }

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task What_can_seek_goes_in_one_request_from_where_it_stands_and_stays_open()
    {
        _wire.On("PUT", File, "");
        var content = new MemoryStream(Encoding.UTF8.GetBytes("skipped|the content is longer than a piece")) { Position = 8 };
        IngestionResult result = await IngestAsync(content, Small);
        Assert.Equal("the content is longer than a piece", _wire.Single("PUT", File).Body);
        Assert.Equal((34, "b1"), (result.Bytes, Assert.Single(result.BatchIds)));
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task What_cannot_seek_and_is_short_goes_in_one_request()
    {
        _wire.On("PUT", File, "");
        Assert.Equal(9, (await IngestAsync(OneWay("123456789"), Small)).Bytes);
        Assert.Equal("123456789", _wire.Single("PUT", File).Body);
    }

    [Theory]
    [InlineData("0123456789abcdefghijKLM", "bytes 0-9/* 0123456789", "bytes 10-19/* abcdefghij", "bytes 20-22/23 KLM")]
    [InlineData("0123456789abcdefghij", "bytes 0-9/* 0123456789", "bytes 10-19/* abcdefghij")]
    public async Task What_cannot_seek_and_is_long_goes_in_parts(string content, params string[] parts)
    {
        _wire.On("POST", File, "").On("PATCH", File, "");
        IngestionResult result = await IngestAsync(OneWay(content), Small);
        Assert.Equal(parts, Parts());
        Assert.Equal(
            ["INITIALIZE", "COMPLETE"], _wire.Requests.Where(request => request.Path == File && request.Method == "POST").Select(Action));
        Assert.Equal(content.Length, result.Bytes);
    }

    [Fact]
    public async Task A_part_of_what_cannot_seek_is_sent_again_when_it_has_failed()
    {
        _wire.On("POST", File, "").On("PATCH", File, "", (503, "{}"), "");
        await IngestAsync(OneWay("0123456789abcdefghijKLM"), Small);
        Assert.Equal(["bytes 0-9/* 0123456789", "bytes 10-19/* abcdefghij", "bytes 10-19/* abcdefghij", "bytes 20-22/23 KLM"], Parts());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    public async Task A_stream_that_breaks_leaves_nothing_behind_and_says_so(int after)
    {
        _wire.On("POST", File, "").On("PATCH", File, "");
        var broken = new OneWayStream(new byte[after], new IOException("the cable was pulled"));
        Exception error = await Assert.ThrowsAnyAsync<AepException>(() => IngestAsync(broken, Small));
        Assert.Contains("The stream cannot be read: the cable was pulled", error.Message);
        bool hasBegun = after > Small.MaxFileBytes;
        Assert.Equal(hasBegun, error is IngestionFailedException { Result.Batches: [{ Status.Value: "aborted" }] });
        Assert.Equal(hasBegun ? ["ABORT"] : [], _wire.Requests.Where(request => request.Path == $"{Batches}/b1").Select(Action));
    }

    [Fact]
    public async Task A_stream_that_breaks_while_it_is_sent_is_not_taken_for_a_network_that_does()
    {
        _wire.On("PUT", File, "");
        var error = await Assert.ThrowsAsync<IngestionFailedException>(() => IngestAsync(new Shrunk(), new IngestionOptions()));
        Assert.Contains("The stream ended 1000 bytes before its length", error.Message);
    }

    [Fact]
    public async Task What_is_no_content_is_said_before_anything_is_sent()
    {
        await SaysAsync("is empty", new MemoryStream(), IngestionFormat.Csv);
        await SaysAsync("is empty", OneWay(""), IngestionFormat.Csv);
        await SaysAsync("stands at its end", new MemoryStream([1]) { Position = 1 }, IngestionFormat.Csv);
        var closed = new MemoryStream([1]);
        closed.Dispose();
        await SaysAsync("cannot be read", closed, IngestionFormat.Csv);
        await SaysAsync("IngestionOptions.Format says csv", new MemoryStream([1]), IngestionFormat.Json);
        Assert.Empty(_wire.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_a_journal_the_same_content_is_not_sent_again_and_other_content_is_refused(bool canSeek)
    {
        string journal = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.journal");
        try
        {
            _wire.On("PUT", File, "").On("POST", File, "").On("PATCH", File, "");
            IngestionOptions options = Small with { JournalFile = journal };
            await IngestAsync(Of("0123456789abcdefghijKLM"), options);
            int requests = _wire.Requests.Count;
            IngestionResult again = await IngestAsync(Of("0123456789abcdefghijKLM"), options);
            Assert.Equal((requests, 23), (_wire.Requests.Count, again.Bytes));
            var other = await Assert.ThrowsAsync<IngestionFailedException>(() => IngestAsync(Of("0123456789abcdefghijKL!"), options));
            Assert.Contains("is not the one of the journal", other.Message);
        }
        finally
        {
            System.IO.File.Delete(journal);
        }

        Stream Of(string content) => canSeek ? new MemoryStream(Encoding.UTF8.GetBytes(content)) : OneWay(content);
    }

    private async Task SaysAsync(string says, Stream content, IngestionFormat format)
    {
        var options = new IngestionOptions { Format = IngestionFormat.Csv };
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _ingestion.IngestStreamAsync("d1", content, format, options));
        Assert.Contains(says, error.Message);
    }

    private Task<IngestionResult> IngestAsync(Stream content, IngestionOptions options) =>
        _ingestion.IngestStreamAsync("d1", content, IngestionFormat.Csv, options);

    private static OneWayStream OneWay(string content) => new(Encoding.UTF8.GetBytes(content));

    private IEnumerable<string> Parts() => _wire.Requests.Where(request => request.Method == "PATCH")
        .Select(request => $"{request.Headers!["Content-Range"].Single()} {request.Body}");

    private static string Action(IRequestMessage request) => Wire.Query(request, "action");

    /// <summary>Says a length that it has not.</summary>
    private sealed class Shrunk() : MemoryStream(new byte[1_000])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(0);
    }
}
