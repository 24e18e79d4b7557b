namespace Aep.Sdk.Ingestion;

/// <summary>Brings groups to AEP, repeats what AEP did not take, and hands back what it does not get.</summary>
internal sealed class MessageDelivery<T>(
    Func<IReadOnlyList<ReadOnlyMemory<byte>>, CancellationToken, Task<StreamingBatchReceipt>> send, Func<UndeliveredMessage<T>,
    ValueTask> undelivered,
    StreamingProducerOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private long _accepted, _undelivered;

    public long Accepted => Interlocked.Read(ref _accepted);

    public long Undelivered => Interlocked.Read(ref _undelivered);

    /// <summary>What the user's code threw when it got a record back; the first of it.</summary>
    public Exception? Fault { get; private set; }

    public void Dispose() => _oneAtATime.Dispose();

    public async Task DeliverAsync(IReadOnlyList<PendingMessage<T>> group, CancellationToken stop)
    {
        for (int attempt = 1; group.Count > 0; attempt++)
        {
            DeliveryVerdict?[] verdicts = await AttemptAsync(group, stop).ConfigureAwait(false);
            Interlocked.Add(ref _accepted, verdicts.Count(verdict => verdict is null));
            bool goesOn = attempt < options.MaxAttempts && verdicts.Any(verdict => verdict is { IsWorthRepeating: true })
                && await WaitAsync(attempt, stop).ConfigureAwait(false);
            var again = new List<PendingMessage<T>>();
            foreach ((PendingMessage<T> message, DeliveryVerdict? verdict) in group.Zip(verdicts))
            {
                if (verdict is { IsWorthRepeating: true } && goesOn)
                    again.Add(message);
                else if (verdict is not null)
                    await HandBackAsync(message, verdict).ConfigureAwait(false);
            }
            group = again;
        }
    }

    // One verdict for each record; null for one that AEP has.
    private async Task<DeliveryVerdict?[]> AttemptAsync(IReadOnlyList<PendingMessage<T>> group, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            return [.. group.Select(_ => DeliveryVerdict.Stopped)];
        try
        {
            StreamingBatchReceipt receipt = await send([.. group.Select(message => message.Json)], stop).ConfigureAwait(false);
            return [.. receipt.Outcomes.Select(DeliveryVerdict.Of)];
        }
        catch (Exception error)
        {
            // Whatever it is, the records go back to their owner with it.
            return [.. group.Select(_ => DeliveryVerdict.Of(error, options.RepeatUnknown))];
        }
    }

    private async Task<bool> WaitAsync(int attempt, CancellationToken stop)
    {
        double seconds = Math.Min(FirstWait.TotalSeconds * Math.Pow(2, attempt - 1), LongestWait.TotalSeconds);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds * (0.5 + (Random.Shared.NextDouble() / 2))), time, stop).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task HandBackAsync(PendingMessage<T> message, DeliveryVerdict verdict)
    {
        Interlocked.Increment(ref _undelivered);
        await _oneAtATime.WaitAsync().ConfigureAwait(false);
        try
        {
            await undelivered(new UndeliveredMessage<T>(message.Record, verdict.Reason, verdict.Detail, verdict.Error))
                .ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            Fault ??= fault; // the others still have to be delivered; whoever sends or completes next gets it
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
