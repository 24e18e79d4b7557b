using Aep.Sdk.Ingestion;
using Aep.Sdk.TestSupport;
using CsCheck;
using Answer = Aep.Sdk.Tests.Ingestion.Streaming.Collector.Answer;

namespace Aep.Sdk.Tests.Ingestion.Streaming;

/// <summary>
/// Whatever data collection does: every record is there once or comes back, and what comes back as not taken is not there.
/// </summary>
public sealed class StreamingDeliveryPropertyTests
{
    [Fact]
    public Task Nothing_is_lost_and_nothing_is_doubled() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 60], Gen.Int[1, 9], Gen.Int[1, 3])
        .ForAllAsync(
            async (seed, count, perRequest, parallel) => Assert.True(await RunAsync(seed, count, perRequest, parallel)), iter: 300);

    private static async Task<bool> RunAsync(int seed, int count, int perRequest, int parallel)
    {
        var random = new Random(seed);
        var back = new List<UndeliveredMessage<StreamedEvent>>();
        using var collector = new Collector((_, _) => Next(random));
        await using (StreamingProducer<StreamedEvent> producer = await collector.OpenAsync(
            back, new() { RecordsPerRequest = perRequest, MaxParallelRequests = parallel, MaxAttempts = 3, Capacity = 5 }))
        {
            for (int i = 0; i < count; i++)
                await producer.SendAsync(new StreamedEvent($"{i}"));
            await producer.CompleteAsync();
            Assert.Equal(count, producer.Accepted + producer.Undelivered);
        }

        Assert.Equal(collector.Taken.Count, collector.Taken.Distinct().Count());
        HashSet<string> taken = [.. collector.Taken];
        Assert.Equal(back.Count, back.Select(message => message.Record.Id).Distinct().Count());
        Assert.All(
            back.Where(message => message.Reason != UndeliveredReason.Unknown), message => Assert.DoesNotContain(message.Record.Id, taken));
        taken.UnionWith(back.Select(message => message.Record.Id));
        Assert.Equal(count, taken.Count);
        return true;
    }

    private static Answer Next(Random random) => random.Next(8) switch
    {
        0 => Answer.Unavailable,
        1 => Answer.NotReached,
        2 => Answer.BreaksOff(random.Next(2) == 0),
        3 => Answer.Broken(random.Next(2) == 0),
        4 or 5 => Each([200, random.Next(2) == 0 ? 400 : 200, 503, 200, random.Next(2) == 0 ? 500 : 429]),
        _ => Answer.Takes,
    };

    private static Answer Each(int[] statuses) => Answer.Each(index => statuses[index % statuses.Length]);
}
