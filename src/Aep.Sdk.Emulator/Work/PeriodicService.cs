namespace Aep.Sdk.Emulator.Work;

/// <summary>Looks again and again, by the platform's clock, whether something is due, until the platform stops.</summary>
/// <param name="interval">The time between two looks.</param>
/// <param name="atStart">Whether the first look is at the start; else it is one interval later.</param>
/// <param name="time">The platform's clock.</param>
internal abstract class PeriodicService(TimeSpan interval, bool atStart, TimeProvider time) : BackgroundService
{
    public sealed override Task StartAsync(CancellationToken cancellationToken)
    {
        Begin(time.GetUtcNow());
        return base.StartAsync(cancellationToken);
    }

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            if (atStart)
                Look(time.GetUtcNow());
            while (await timer.WaitForNextTickAsync(stoppingToken))
                Look(time.GetUtcNow());
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The platform stops.
        }
    }

    /// <summary>Comes at the start, before the first look.</summary>
    protected virtual void Begin(DateTimeOffset now)
    {
    }

    protected abstract void Look(DateTimeOffset now);
}
