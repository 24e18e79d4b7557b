using Aep.Sdk.Ingestion;
using Aep.Sdk.Tests.Support;
using WireMock;

namespace Aep.Sdk.Tests.Ingestion;

public sealed class IngestionBatchesClientTests : IDisposable
{
    private const string Batches = "/data/foundation/import/batches";
    private const string Target = Batches + "/b1/datasets/d1/files/large.json";

    private readonly Wire _wire = new();
    private readonly string _path = Path.GetTempFileName();
    private readonly IngestionBatchesClient _batches;

    public IngestionBatchesClientTests() => _batches = new IngestionBatchesClient(_wire.Pipeline);

    public void Dispose()
    {
        _wire.Dispose();
        File.Delete(_path);
    }

    [Fact]
    public async Task Each_verb_is_an_action_on_the_batch()
    {
        _wire.On("POST", $"{Batches}/b1", "");
        await _batches.CompleteAsync("b1");
        await _batches.AbortAsync("b1");
        await _batches.FailAsync("b1");
        await _batches.RevertAsync("b1");
        Assert.Equal(["COMPLETE", "ABORT", "FAIL", "REVERT"], _wire.Requests.Select(request => Wire.Query(request, "action")));
    }

    [Fact]
    public async Task A_large_file_goes_in_parts_that_say_where_they_belong()
    {
        _wire.On("POST", Target, "").On("PATCH", Target, "");
        await SendAsync("0123456789");
        Assert.Equal(["INITIALIZE", "COMPLETE"],
            _wire.Requests.Where(request => request.Method == "POST").Select(request => Wire.Query(request, "action")));
        Assert.Equal(["bytes 0-3/10 0123", "bytes 4-7/10 4567", "bytes 8-9/10 89"], Parts());
        Assert.Equal("COMPLETE", Wire.Query(_wire.Requests[^1], "action"));
    }

    [Fact]
    public async Task A_part_that_failed_goes_to_the_same_place_again()
    {
        _wire.On("POST", Target, "").On("PATCH", Target, "", (503, "{}"), "");
        await SendAsync("0123456789");
        Assert.Equal(["bytes 0-3/10 0123", "bytes 4-7/10 4567", "bytes 4-7/10 4567", "bytes 8-9/10 89"], Parts());
    }

    [Fact]
    public async Task A_part_that_is_refused_leaves_the_file_incomplete()
    {
        _wire.On("POST", Target, "").On("PATCH", Target, (400, """{"title":"Bad range"}"""));
        var refused = await Assert.ThrowsAsync<AepRequestException>(() => SendAsync("0123456789"));
        Assert.Equal(400, refused.Status);
        Assert.Equal("INITIALIZE", Wire.Query(_wire.Single("POST", Target), "action"));
    }

    private async Task SendAsync(string content)
    {
        await File.WriteAllTextAsync(_path, content);
        using var part = new FilePart(new FileInfo(_path)) { Batch = 1, Name = "large.json" };
        await new FileUpload(_batches.Api, "d1") { PartBytes = 4, MaxSimpleBytes = 8 }.SendAsync("b1", part, CancellationToken.None);
    }

    private IEnumerable<string> Parts() => _wire.Requests.Where(request => request.Method == "PATCH").Select(Part);

    private static string Part(IRequestMessage request) => $"{request.Headers!["Content-Range"].Single()} {request.Body}";
}
