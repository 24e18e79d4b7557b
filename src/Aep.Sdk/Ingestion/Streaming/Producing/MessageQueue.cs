using System.Threading.Channels;

namespace Aep.Sdk.Ingestion;

/// <summary>Records in the order in which they came, and how they become groups.</summary>
internal sealed class MessageQueue<T>(StreamingProducerOptions options, TimeProvider time)
{
    private readonly Channel<PendingMessage<T>> _channel = Channel.CreateBounded<PendingMessage<T>>(
        new BoundedChannelOptions(options.Capacity) { SingleReader = true });

    public ChannelWriter<PendingMessage<T>> Writer => _channel.Writer;

    /// <summary>False when the queue is empty and nothing will come any more.</summary>
    public ValueTask<bool> HasMoreAsync() => _channel.Reader.WaitToReadAsync();

    /// <summary>The wish to flush, if it is what comes next.</summary>
    public TaskCompletionSource? TakeFlush() =>
        _channel.Reader.TryPeek(out PendingMessage<T>? next) && next.Flush is { } flush && _channel.Reader.TryRead(out _) ? flush : null;

    /// <summary>The next group: full, old enough, or the last before a flush or the end.</summary>
    public async Task<List<PendingMessage<T>>> TakeGroupAsync()
    {
        var group = new List<PendingMessage<T>>();
        int bytes = MessageGroup.Brackets;
        using var deadline = new CancellationTokenSource(options.MaxDelay, time);
        while (true)
        {
            while (_channel.Reader.TryPeek(out PendingMessage<T>? next))
            {
                bool fits = group.Count == 0 || bytes + next.Json.Length + 1 <= options.BytesPerRequest;
                if (next.Flush is not null || !fits || group.Count == options.RecordsPerRequest)
                    return group;
                _channel.Reader.TryRead(out _);
                group.Add(next);
                bytes += next.Json.Length + 1;
            }
            if (group.Count == options.RecordsPerRequest || !await MoreBeforeAsync(deadline.Token).ConfigureAwait(false))
                return group;
        }
    }

    private async ValueTask<bool> MoreBeforeAsync(CancellationToken deadline)
    {
        try
        {
            return await _channel.Reader.WaitToReadAsync(deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false; // old enough
        }
    }
}
