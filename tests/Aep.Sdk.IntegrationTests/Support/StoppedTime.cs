namespace Aep.Sdk.IntegrationTests.Support;

/// <summary>
/// A clock that stands until it is moved on. What was due meanwhile comes once, however often it was due: a day passes in no time, whatever
/// looks at the clock every second.
/// </summary>
public sealed class StoppedTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<Alarm> _alarms = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void MoveTo(DateTimeOffset time)
    {
        List<Alarm> due;
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, _now);
            _now = time;
            due = [.. _alarms.Where(alarm => alarm.Due <= time).OrderBy(alarm => alarm.Due)];
            foreach (Alarm alarm in due) alarm.SetNext();
        }

        foreach (Alarm alarm in due) alarm.Ring();
    }

    private sealed class Alarm(StoppedTime time, Action ring) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        public void SetNext()
        {
            Due = time._now + _period;
            if (_period <= TimeSpan.Zero) time._alarms.Remove(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                (Due, _period) = (dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : time._now + dueTime, period);
                _ = dueTime < TimeSpan.Zero ? time._alarms.Remove(this) : time._alarms.Add(this);
            }

            if (dueTime != TimeSpan.Zero) return true;
            // Not in the caller's stack, as with the clock of the system.
            ThreadPool.QueueUserWorkItem(_ => RingAtOnce());
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void RingAtOnce()
        {
            lock (time._gate)
            {
                if (!time._alarms.Contains(this) || Due > time._now) return;
                SetNext();
            }

            Ring();
        }
    }
}
