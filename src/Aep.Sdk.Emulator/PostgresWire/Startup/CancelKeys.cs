using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>The running sessions by their cancel key. A request with a wrong key is ignored, as PostgreSQL does.</summary>
internal sealed class CancelKeys
{
    private readonly ConcurrentDictionary<CancelKey, Action> _sessions = new();
    private int _lastProcess;

    public CancelKey Add(Action cancel)
    {
        var key = new CancelKey(Interlocked.Increment(ref _lastProcess), RandomNumberGenerator.GetInt32(int.MaxValue));
        _sessions[key] = cancel;
        return key;
    }

    public void Remove(CancelKey key) => _sessions.TryRemove(key, out _);

    public void Cancel(CancelKey key)
    {
        if (_sessions.TryGetValue(key, out Action? cancel))
            cancel();
    }
}
