namespace Aep.Sdk.Tests.Support;

/// <summary>
/// A clock that jumps over every wait: a delay is over at once and the time has moved on by it. Deadlines (of a CancellationTokenSource)
/// are no waits: they expire when the test says so.
/// </summary>
internal sealed class SkippingTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<Deadline> _deadlines = [];
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
        if (state is CancellationTokenSource) return new Deadline(this, () => callback(state), dueTime);
        if (dueTime > TimeSpan.Zero) Interlocked.Add(ref _ticks, dueTime.Ticks);
        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }

    /// <summary>Everything that has a deadline runs out of time.</summary>
    public void ExpireDeadlines()
    {
        Deadline[] running;
        lock (_gate)
            running = [.. _deadlines];
        foreach (Deadline deadline in running)
            deadline.Expire();
    }

    private sealed class Deadline : ITimer
    {
        private readonly SkippingTime _time;
        private readonly Action _expire;

        public Deadline(SkippingTime time, Action expire, TimeSpan dueTime)
        {
            (_time, _expire) = (time, expire);
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Expire() => _expire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_time._gate)
                _ = dueTime == Timeout.InfiniteTimeSpan ? _time._deadlines.Remove(this) : _time._deadlines.Add(this);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
