using System.Net.Sockets;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Aep.Sdk.Tests.Core.Pipeline;

public sealed class TransferTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_transfer_that_makes_progress_may_take_longer_than_the_time_out()
    {
        await using var stream = new PatientStream(new SteppedStream(_time, Patience * 0.9, pieces: 20), Patience, _time);
        Assert.Equal(new string('x', 20), await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task A_slow_reader_is_no_slow_server()
    {
        await using var stream = new PatientStream(new MemoryStream(new byte[10]), Patience, _time);
        byte[] one = new byte[1];
        await stream.ReadExactlyAsync(one);
        _time.Advance(Patience * 10);
        await stream.ReadExactlyAsync(one);
    }

    [Fact]
    public async Task An_upload_that_makes_progress_may_take_longer_than_the_time_out()
    {
        using var watch = new IdleWatch(Patience, _time, CancellationToken.None);
        using var content = new WatchedContent(new ByteArrayContent(new byte[20 * 64 * 1024]), watch);
        await content.CopyToAsync(new SteppedStream(_time, Patience * 0.9, pieces: 20));
        Assert.False(watch.HasExpired);
        _time.Advance(Patience);
        Assert.True(watch.HasExpired);
    }

    [Fact]
    public async Task A_body_that_stops_moving_is_given_up()
    {
        var time = new SkippingTime();
        using var server = new FaultServer(async (socket, cancellationToken) =>
        {
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin"u8.ToArray(), cancellationToken);
            return await FaultServer.Silence(socket, cancellationToken);
        });
        await using var aep = new AepClient(TestOptions.For(server.Url, time) with { TokenSource = new UserToken(), MaxRetries = 0 });
        using HttpResponseMessage response = await aep.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/file"));
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[5]);
        Task<int> stalled = body.ReadAsync(new byte[1]).AsTask();
        time.ExpireDeadlines();
        Assert.Contains("RequestTimeout", (await Assert.ThrowsAsync<IOException>(() => stalled)).Message);
    }

    /// <summary>Each piece that is read or written takes its time.</summary>
    private sealed class SteppedStream(FakeTimeProvider time, TimeSpan step, int pieces) : MemoryStream
    {
        private int _left = pieces;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            time.Advance(step);
            cancellationToken.ThrowIfCancellationRequested();
            if (_left-- <= 0)
                return ValueTask.FromResult(0);
            buffer.Span[0] = (byte)'x';
            return ValueTask.FromResult(1);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            time.Advance(step);
            return ValueTask.CompletedTask;
        }
    }
}
