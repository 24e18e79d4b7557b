using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Datasets;

public sealed class ResumingStreamTests
{
    private const string Whole = "0123456789";

    [Fact]
    public async Task A_download_goes_on_where_the_connection_broke()
    {
        var server = new BreakingServer(4);
        Assert.Equal(Whole, await server.DownloadAsync());
        Assert.Equal(["", "bytes=4-", "bytes=8-"], server.Ranges);
    }

    [Fact]
    public async Task A_server_that_keeps_breaking_ends_with_how_far_it_came()
    {
        var server = new BreakingServer(0);
        AepException error = await Assert.ThrowsAsync<AepException>(server.DownloadAsync);
        Assert.Contains("0 of 10 bytes", error.Message);
        Assert.Equal(6, server.Ranges.Count);
    }

    [Fact]
    public Task However_often_it_breaks_the_file_comes_whole() => Gen.Int[1, 3].Array[1, 10].ForAllAsync(
        async pieces => Assert.Equal(Whole, await new BreakingServer(pieces).DownloadAsync()));

    [Fact]
    public async Task A_file_that_has_changed_meanwhile_is_not_glued_together()
    {
        var server = new BreakingServer(4) { LengthOnResume = 12 };
        Assert.Contains("asked for the bytes from 4", (await Assert.ThrowsAsync<AepException>(server.DownloadAsync)).Message);
    }

    /// <summary>Announces the rest, sends so many bytes of it, and breaks off.</summary>
    private sealed class BreakingServer(params int[] pieces) : HttpMessageHandler
    {
        public List<string> Ranges { get; } = [];

        public int LengthOnResume { get; init; } = Whole.Length;

        public async Task<string> DownloadAsync()
        {
            using var pipeline =
                new AepPipeline(TestOptions.For(new Uri("http://127.0.0.1")) with { MaxRetries = 0 }, new FixedToken(), this);
            await using Stream stream = await new DatasetsClient(pipeline).Files.OpenAsync("f", "p");
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync();
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Ranges.Add(request.Headers.Range?.ToString() ?? "");
            int from = (int)(request.Headers.Range?.Ranges.Single().From ?? 0);
            byte[] rest = Encoding.ASCII.GetBytes(Whole[from..]);
            int bytes = pieces[(Ranges.Count - 1) % pieces.Length];
            var content = new StreamContent(new BreakingStream(rest.Take(bytes).ToArray(), rest.Length));
            content.Headers.ContentLength = rest.Length;
            if (from > 0) content.Headers.ContentRange = new ContentRangeHeaderValue(from, Whole.Length - 1, LengthOnResume);
            return Task.FromResult(
                new HttpResponseMessage(from > 0 ? HttpStatusCode.PartialContent : HttpStatusCode.OK) { Content = content });
        }
    }

    private sealed class BreakingStream(byte[] bytes, int announced) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 || announced == Length ? read : throw new IOException("The connection was reset.");
        }
    }
}
