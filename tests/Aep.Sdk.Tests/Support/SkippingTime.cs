namespace Aep.Sdk.Tests.Support;

/// <summary>A clock that jumps over every wait: a delay is over at once and the time has moved on by it.</summary>
internal sealed class SkippingTime(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public SkippingTime()
        : this(new DateTimeOffset(2026, 3, 1, 14, 30, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // A deadline is not a wait: it stands by, and what it guards is over long before.
        if (state is CancellationTokenSource) return System.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero) Interlocked.Add(ref _ticks, dueTime.Ticks);
        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
