namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Writes of one blob come one after the other, and each has a time of its own, even when the clock stands still.</summary>
internal sealed class WriteOrder(TimeProvider time)
{
    private readonly Lock[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];
    private long _last;

    /// <summary>The gate of a file; some files share one.</summary>
    public Lock GateOf(string file) => _gates[(uint)StringComparer.Ordinal.GetHashCode(file) % (uint)_gates.Length];

    /// <summary>The time of now, later than that of every write before it.</summary>
    public DateTime NextTime()
    {
        long now = time.GetUtcNow().Ticks, before, next;
        do
        {
            before = Interlocked.Read(ref _last);
            next = Math.Max(now, before + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, before) != before);
        return new DateTime(next, DateTimeKind.Utc);
    }
}
