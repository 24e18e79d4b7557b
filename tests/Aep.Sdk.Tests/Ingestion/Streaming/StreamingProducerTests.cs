using Aep.Sdk.Ingestion;
using Microsoft.Extensions.Time.Testing;
using Answer = Aep.Sdk.Tests.Ingestion.Streaming.Collector.Answer;

namespace Aep.Sdk.Tests.Ingestion.Streaming;

public sealed class StreamingProducerTests
{
    private readonly List<UndeliveredMessage<StreamedEvent>> _back = [];

    [Fact]
    public async Task Groups_are_closed_by_number_and_the_rest_is_sent_at_the_end()
    {
        using var collector = new Collector();
        await using (StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(
            _back, new() { RecordsPerRequest = 4, MaxParallelRequests = 1 }))
        {
            await SendAsync(producer, 10);
        }
        Assert.Equal([4, 4, 2], collector.Requests.Select(ids => ids.Length));
        Assert.Equal(Ids(10), collector.Taken);
        Assert.Empty(_back);
    }

    [Fact]
    public async Task Groups_are_closed_by_size()
    {
        using var collector = new Collector();
        await using (StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(
            _back, new() { BytesPerRequest = 100_000, MaxParallelRequests = 1 }))
        {
            for (int i = 0; i < 9; i++)
                await producer.SendAsync(new StreamedEvent($"{i}", new string('x', 30_000)));
        }
        Assert.Equal([3, 3, 3], collector.Requests.Select(ids => ids.Length));
    }

    [Fact]
    public async Task Groups_are_closed_by_age()
    {
        var time = new FakeTimeProvider();
        using var collector = new Collector(time: time);
        await using StreamingProducer<StreamedEvent> producer =
            await collector.OpenAsync(_back, new() { MaxDelay = TimeSpan.FromMilliseconds(5) });
        await producer.SendAsync(new StreamedEvent("a"));
        while (producer.Accepted == 0)
        {
            time.Advance(TimeSpan.FromMilliseconds(5));
            await Task.Yield();
        }
        Assert.Equal(["a"], collector.Taken);
    }

    [Fact]
    public async Task A_flush_ends_when_everything_before_it_is_done_with()
    {
        using var collector = new Collector();
        await using StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(_back);
        await SendAsync(producer, 3);
        await producer.FlushAsync();
        Assert.Equal(Ids(3), collector.Taken);
        Assert.Equal((3, 0), (producer.Accepted, producer.Undelivered));
    }

    [Fact]
    public async Task What_is_refused_comes_back_alone()
    {
        using var collector = new Collector((_, ids) => Answer.Each(index => ids[index] == "2" ? 400 : 200));
        await using (StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(_back))
            await SendAsync(producer, 5);
        Assert.Equal(["0", "1", "3", "4"], collector.Taken);
        UndeliveredMessage<StreamedEvent> back = Assert.Single(_back);
        Assert.Equal(("2", UndeliveredReason.Refused, "400: no"), (back.Record.Id, back.Reason, back.Detail));
    }

    [Fact]
    public async Task What_was_not_taken_is_sent_again_and_nothing_else()
    {
        using var collector = new Collector((request, ids) => request switch
        {
            0 => Answer.Unavailable,
            1 => Answer.Each(index => ids[index] == "1" ? 500 : 200),
            _ => Answer.Takes,
        });
        await using (StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(_back))
        {
            await SendAsync(producer, 3);
            await producer.FlushAsync();
        }
        Assert.Equal(["0 1 2", "0 1 2", "1"], collector.Requests.Select(ids => string.Join(' ', ids)));
        Assert.Equal(["0", "2", "1"], collector.Taken);
        Assert.Empty(_back);
    }

    [Fact]
    public async Task A_service_that_stays_away_gives_everything_back_after_the_attempts()
    {
        using var collector = new Collector((_, _) => Answer.Unavailable);
        await using (StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(_back, new() { MaxAttempts = 3 }))
            await SendAsync(producer, 2);
        Assert.Equal(3, collector.Requests.Count);
        Assert.All(_back, message => Assert.Equal(UndeliveredReason.NotTaken, message.Reason));
        Assert.Equal(["0", "1"], _back.Select(message => message.Record.Id));
    }

    [Theory]
    [InlineData(false, 1, UndeliveredReason.Unknown)]
    [InlineData(true, 4, UndeliveredReason.Unknown)]
    public async Task What_may_have_arrived_is_sent_again_only_on_request(bool repeat, int requests, UndeliveredReason reason)
    {
        using var collector = new Collector((_, _) => Answer.BreaksOff(afterTaking: true));
        await using (StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(_back, new() { RepeatUnknown = repeat }))
            await SendAsync(producer, 1);
        Assert.Equal(requests, collector.Requests.Count);
        Assert.Equal(reason, Assert.Single(_back).Reason);
    }

    [Fact]
    public async Task What_did_not_leave_can_be_sent_again()
    {
        using var collector = new Collector((_, _) => Answer.NotReached);
        await using (StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(_back))
            await SendAsync(producer, 1);
        Assert.Equal(UndeliveredReason.NotTaken, Assert.Single(_back).Reason);
    }

    [Fact]
    public async Task A_full_producer_slows_its_source_down()
    {
        var gate = new TaskCompletionSource();
        using var collector = new Collector { Gate = gate.Task };
        await using StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(
            _back, new() { Capacity = 2, RecordsPerRequest = 1, MaxParallelRequests = 1 });
        Task sending = SendAsync(producer, 10); // one is on its way, one waits for its turn, two wait in the queue
        while (collector.Requests.Count == 0)
            await Task.Yield();
        Assert.False(sending.IsCompleted);
        gate.SetResult();
        await sending;
        await producer.CompleteAsync();
        Assert.Equal(Ids(10), collector.Taken);
    }

    [Fact]
    public async Task A_producer_that_is_stopped_gives_back_what_it_has()
    {
        using var collector = new Collector { Gate = new TaskCompletionSource().Task };
        using var stop = new CancellationTokenSource();
        StreamingProducer<StreamedEvent> producer =
            await collector.OpenAsync(_back, new() { RecordsPerRequest = 2, MaxParallelRequests = 1 });
        await SendAsync(producer, 7);
        while (collector.Requests.Count == 0)
            await Task.Yield();
        Task completing = producer.CompleteAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => completing);
        Assert.Equal(Ids(7), _back.Select(message => message.Record.Id));
        Assert.Equal(["Unknown", "Unknown", "NotTaken", "NotTaken", "NotTaken", "NotTaken", "NotTaken"], _back.Select(
            message => $"{message.Reason}"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await producer.SendAsync(new StreamedEvent("late")));
        await producer.DisposeAsync();
    }

    [Fact]
    public async Task What_the_receiver_of_undelivered_records_throws_is_not_lost()
    {
        using var collector = new Collector((_, ids) => Answer.Each(index => ids[index] == "0" ? 400 : 200));
        StreamingProducer<StreamedEvent> producer = await collector.Streaming.OpenProducerAsync(
            StreamedEvent.Inlet("http://127.0.0.1"), StreamedJson.Default.StreamedEvent,
            _ => throw new InvalidOperationException("disk full"));
        await SendAsync(producer, 3);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => producer.FlushAsync());
        Assert.Equal("disk full", fault.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await producer.SendAsync(new StreamedEvent("late")));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await producer.DisposeAsync());
        Assert.Equal(["1", "2"], collector.Taken);
    }

    [Fact]
    public async Task What_is_too_large_is_not_taken()
    {
        using var collector = new Collector();
        await using StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(_back);
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await producer.SendAsync(new StreamedEvent("a", new string('x', 1_000_000))));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => collector.OpenAsync(_back, new() { BytesPerRequest = 2_000_000 }));
    }

    private static string[] Ids(int count) => [.. Enumerable.Range(0, count).Select(number => $"{number}")];

    private static async Task SendAsync(StreamingProducer<StreamedEvent> producer, int count)
    {
        foreach (string id in Ids(count))
            await producer.SendAsync(new StreamedEvent(id));
    }
}
