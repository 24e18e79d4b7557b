using System.Collections.Concurrent;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>How often somebody may ask for something within a minute, by the platform's clock.</summary>
internal sealed class RequestRate(int perMinute, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _recent = new();

    public int PerMinute => perMinute;

    /// <returns>False when it was too often; then it does not count.</returns>
    public bool TryCount(string who)
    {
        DateTimeOffset now = time.GetUtcNow();
        Queue<DateTimeOffset> recent = _recent.GetOrAdd(who, static _ => new Queue<DateTimeOffset>());
        lock (recent)
        {
            while (recent.TryPeek(out DateTimeOffset oldest) && now - oldest >= Window)
                recent.Dequeue();
            if (recent.Count >= perMinute)
                return false;
            recent.Enqueue(now);
            return true;
        }
    }
}
