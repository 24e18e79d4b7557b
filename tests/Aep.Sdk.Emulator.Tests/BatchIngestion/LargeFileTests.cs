using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

public sealed class LargeFileTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task A_file_comes_in_parts_in_any_order_and_more_than_once()
    {
        (string batch, string dataset, byte[] content) = await BeginAsync();
        int half = content.Length / 2;
        Assert.Equal(200, await PartAsync(batch, dataset, content[half..], $"bytes {half}-{content.Length - 1}/{content.Length}"));
        Assert.Equal(400, await FinishAsync(batch, dataset)); // the first half is missing
        Assert.Equal(200, await PartAsync(batch, dataset, content[..half], $"bytes 0-{half - 1}"));
        Assert.Equal(200, await PartAsync(batch, dataset, content[..half], $"bytes 0-{half - 1}"));
        using var head = new HttpRequestMessage(HttpMethod.Head, Url(batch, dataset));
        using HttpResponseMessage shown = await fixture.Client.SendAsync(head);
        Assert.Equal($"bytes=0-{content.Length - 1}", Assert.Single(shown.Headers.GetValues("Range")));
        Assert.Equal(201, await FinishAsync(batch, dataset));
        Assert.Equal(200, await _client.ActAsync(batch, "COMPLETE"));
        JsonObject done = await _client.WaitAsync(batch);
        Assert.Equal("success", (string?)done["status"]);
        Assert.Equal(20, (long)done["recordCount"]!);
    }

    [Theory]
    [InlineData("bytes 0-3/10", 400)] // four bytes announced, two sent
    [InlineData("bytes x", 400)]
    [InlineData("", 400)]
    public async Task A_part_whose_range_does_not_fit_is_refused_and_nothing_of_it_kept(string range, int status)
    {
        (string batch, string dataset, _) = await BeginAsync();
        Assert.Equal(status, await PartAsync(batch, dataset, "{}"u8.ToArray(), range));
        Assert.Equal(400, await FinishAsync(batch, dataset));
    }

    [Fact]
    public async Task Parts_need_a_beginning_and_an_open_batch()
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch = await _client.CreateAsync(BatchClient.Definition(dataset));
        Assert.Equal(404, await PartAsync(batch, dataset, [1], "bytes 0-0"));
        Assert.Equal(404, await FinishAsync(batch, dataset));
        Assert.Equal(400, await PostAsync(batch, dataset, "BEGIN"));
        Assert.Equal(200, await _client.ActAsync(batch, "ABORT"));
        Assert.Equal(409, await PostAsync(batch, dataset, "INITIALIZE"));
    }

    private async Task<(string Batch, string Dataset, byte[] Content)> BeginAsync()
    {
        string dataset = await _client.CreateDatasetAsync();
        string batch = await _client.CreateAsync(BatchClient.Definition(dataset));
        Assert.Equal(201, await PostAsync(batch, dataset, "INITIALIZE"));
        return (batch, dataset, Encoding.UTF8.GetBytes(
            BatchClient.Lines([.. Enumerable.Range(0, 20).Select(number => _client.EmailEvent($"{number}"))])));
    }

    private async Task<int> PartAsync(string batch, string dataset, byte[] bytes, string range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, Url(batch, dataset)) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.TryAddWithoutValidation("Content-Range", range);
        using HttpResponseMessage response = await fixture.Client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private Task<int> FinishAsync(string batch, string dataset) => PostAsync(batch, dataset, "COMPLETE");

    private async Task<int> PostAsync(string batch, string dataset, string action)
    {
        using HttpResponseMessage response = await fixture.Client.PostAsync($"{Url(batch, dataset)}?action={action}", null);
        return (int)response.StatusCode;
    }

    private static string Url(string batch, string dataset) => $"{BatchClient.Base}/{batch}/datasets/{dataset}/files/big.json";
}
