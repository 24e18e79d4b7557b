using System.Diagnostics;
using Aep.Sdk.Core.Diagnostics;
using Aep.Sdk.Core.Operations;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk;

/// <summary>
/// Work that goes on at AEP after the request has been answered. It is known by its id and can be waited for in another process.
/// </summary>
public abstract class AepOperation<TResult>
{
    private readonly AepOptions? _options;
    private OperationState<TResult>? _state;

    /// <summary>For substitutes in tests.</summary>
    protected AepOperation() => Id = "";

    internal AepOperation(string id, AepOptions options)
    {
        Id = id;
        _options = options;
    }

    /// <summary>Id of the operation.</summary>
    public virtual string Id { get; }

    /// <summary>The state that was seen last, as AEP names it; empty before the first poll.</summary>
    public virtual string Status => _state?.Status ?? "";

    /// <summary>True once the operation is over, well or not.</summary>
    public virtual bool HasCompleted => _state is { Outcome: not OperationOutcome.Running };

    /// <summary>The result.</summary>
    /// <exception cref="InvalidOperationException">
    /// The operation is not over as far as is known: wait for it or update its status.
    /// </exception>
    /// <exception cref="AepOperationFailedException">The operation has ended badly.</exception>
    public virtual TResult Value => _state switch
    {
        { Outcome: OperationOutcome.Succeeded } state => state.Value!,
        { Outcome: OperationOutcome.Failed } state => throw new AepOperationFailedException(Name, Id, state.Status, state.Errors),
        _ => throw new InvalidOperationException($"{Name} {Id} has not completed."),
    };

    internal abstract string Name { get; }

    /// <summary>Asks AEP once how the operation is getting on. Asks no more when it is over.</summary>
    public virtual async Task UpdateStatusAsync(CancellationToken cancellationToken = default)
    {
        if (!HasCompleted)
            _state = await ReadStateAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Polls until the operation is over.</summary>
    /// <param name="progress">Told after every poll.</param>
    /// <param name="cancellationToken">Ends the wait; the operation goes on.</param>
    /// <exception cref="AepOperationFailedException">The operation has ended badly; it carries AEP's errors.</exception>
    /// <exception cref="AepOperationTimeoutException">It was not over within <see cref="AepOptions.OperationTimeout"/>.</exception>
    public virtual async Task<TResult> WaitForCompletionAsync(
        IProgress<AepProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        AepOptions options = _options ?? throw new InvalidOperationException("A substitute must override this method.");
        using Activity? activity = AepDiagnostics.Source.StartActivity($"wait for {Name}");
        activity?.SetTag("aep.operation.id", Id);
        try
        {
            return await PollAsync(options, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            AepDiagnostics.Failed(activity, exception.GetType().FullName!);
            throw;
        }
        finally
        {
            activity?.SetTag("aep.operation.status", Status);
        }
    }

    private async Task<TResult> PollAsync(AepOptions options, IProgress<AepProgress>? progress, CancellationToken cancellationToken)
    {
        TimeProvider time = options.TimeProvider;
        ILogger log = AepDiagnostics.Operations(options);
        long start = time.GetTimestamp();
        TimeSpan interval = options.PollInterval;
        while (true)
        {
            await UpdateStatusAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan elapsed = time.GetElapsedTime(start);
            log.OperationPolled(Name, Id, Status, elapsed.TotalSeconds);
            progress?.Report(new AepProgress(Name, Id, Status, elapsed));
            if (HasCompleted)
                return Value;
            if (elapsed >= options.OperationTimeout)
                throw new AepOperationTimeoutException(Name, Id, Status, elapsed);
            TimeSpan left = options.OperationTimeout - elapsed, wait = Jitter(interval);
            await Task.Delay(wait < left ? wait : left, time, cancellationToken).ConfigureAwait(false); // the last poll is at the deadline
            interval = interval * 1.5 < options.MaxPollInterval ? interval * 1.5 : options.MaxPollInterval;
        }
    }

    internal abstract Task<OperationState<TResult>> ReadStateAsync(CancellationToken cancellationToken);

    // Many clients that started together must not poll together for ever.
    private static TimeSpan Jitter(TimeSpan interval) => interval * (0.8 + 0.4 * Random.Shared.NextDouble());
}
