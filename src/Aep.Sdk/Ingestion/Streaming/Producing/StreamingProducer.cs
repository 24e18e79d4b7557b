using System.Runtime.ExceptionServices;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// Takes records one by one and sends them in groups. Every record that it has taken ends in one of two places: at AEP, or with the code
/// that the producer was opened with. Thread-safe. Made by <see cref="StreamingClient.OpenProducerAsync"/>.
/// </summary>
/// <typeparam name="T">Type of the records.</typeparam>
public class StreamingProducer<T> : IAsyncDisposable
{
    private readonly StreamingEnvelope _envelope;
    private readonly JsonTypeInfo<T> _type;
    private readonly XdmValidator? _validator;
    private readonly MessageDelivery<T> _delivery;
    private readonly MessageQueue<T> _queue;
    private readonly SemaphoreSlim _slots;
    private readonly int _slotCount;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pump;

    internal StreamingProducer(
        StreamingEnvelope envelope, JsonTypeInfo<T> type, XdmValidator? validator, MessageDelivery<T> delivery,
        StreamingProducerOptions options, TimeProvider time)
    {
        (_envelope, _type, _validator, _delivery) = (envelope, type, validator, delivery);
        _queue = new MessageQueue<T>(options, time);
        _slotCount = options.MaxParallelRequests;
        _slots = new SemaphoreSlim(_slotCount);
        _pump = Task.Run(PumpAsync);
    }

    /// <summary>For substitutes in tests.</summary>
    protected StreamingProducer() =>
        (_envelope, _type, _delivery, _queue, _slots, _pump) = (null!, null!, null!, null!, null!, Task.CompletedTask);

    /// <summary>How many records AEP has taken so far.</summary>
    public virtual long Accepted => _delivery.Accepted;

    /// <summary>How many records were handed back so far.</summary>
    public virtual long Undelivered => _delivery.Undelivered;

    /// <summary>Takes a record; waits while <see cref="StreamingProducerOptions.Capacity"/> records are waiting already.</summary>
    /// <param name="record">The record. When this throws, the producer has not taken it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">It is null, or larger than 1 MB.</exception>
    /// <exception cref="XdmValidationException">
    /// It does not fit its schema (<see cref="StreamingProducerOptions.ValidateFirst"/>).
    /// </exception>
    /// <exception cref="ObjectDisposedException">The producer has been completed.</exception>
    public virtual async ValueTask SendAsync(T record, CancellationToken cancellationToken = default)
    {
        ThrowFault();
        ReadOnlyMemory<byte> message = _envelope.Wrap(record, _type);
        _validator?.Validate(_envelope.RecordOf(message)).ThrowIfInvalid();
        await WriteAsync(new PendingMessage<T>(record, message), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends what waits, and returns when every record that was taken before is at AEP or was handed back.</summary>
    /// <param name="cancellationToken">Ends the wait, not the sending.</param>
    /// <exception cref="ObjectDisposedException">The producer has been completed.</exception>
    public virtual async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await WriteAsync(new PendingMessage<T>(default!, default, done), cancellationToken).ConfigureAwait(false);
        await done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        ThrowFault();
    }

    /// <summary>Takes no more records, sends what waits, and returns when every record is at AEP or was handed back.</summary>
    /// <param name="cancellationToken">
    /// Stops sending: what is not at AEP by then is handed back, and the call ends with an <see cref="OperationCanceledException"/>.
    /// </param>
    public virtual async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        _queue.Writer.TryComplete();
        using (cancellationToken.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop))
            await _pump.ConfigureAwait(false);
        ThrowFault();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>As <see cref="CompleteAsync"/>, without an end but that of the attempts.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_queue is null)
            return; // a substitute
        try
        {
            await CompleteAsync().ConfigureAwait(false);
        }
        finally
        {
            _stop.Dispose();
            _slots.Dispose();
            _delivery.Dispose();
        }
    }

    private async ValueTask WriteAsync(PendingMessage<T> message, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.Writer.WriteAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(StreamingProducer<>), "The producer has been completed and takes no more records.");
        }
    }

    private async Task PumpAsync()
    {
        while (await _queue.HasMoreAsync().ConfigureAwait(false))
        {
            if (_queue.TakeFlush() is { } flush)
            {
                await SettleAsync().ConfigureAwait(false);
                flush.SetResult();
                continue;
            }
            List<PendingMessage<T>> group = await _queue.TakeGroupAsync().ConfigureAwait(false);
            if (group.Count == 0)
                continue;
            await _slots.WaitAsync().ConfigureAwait(false);
            _ = DeliverAsync(group);
        }
        await SettleAsync().ConfigureAwait(false);
    }

    private async Task DeliverAsync(List<PendingMessage<T>> group)
    {
        await _delivery.DeliverAsync(group, _stop.Token).ConfigureAwait(false);
        _slots.Release();
    }

    // Everything is done with when every slot is free.
    private async Task SettleAsync()
    {
        for (int slot = 0; slot < _slotCount; slot++)
            await _slots.WaitAsync().ConfigureAwait(false);
        _slots.Release(_slotCount);
    }

    private void ThrowFault()
    {
        if (_delivery.Fault is { } fault)
            ExceptionDispatchInfo.Throw(fault);
    }
}
