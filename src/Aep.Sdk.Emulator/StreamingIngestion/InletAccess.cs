using System.Collections.Concurrent;
using Aep.Sdk.Emulator.Ims;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>Who may send to an inlet, and how often.</summary>
internal sealed class InletAccess(AccessTokens tokens, TimeProvider time)
{
    /// <summary>Synchronous validation is for development: so many requests a minute and inlet.</summary>
    public const int SyncValidationsPerMinute = 60;

    private const string Bearer = "Bearer ";

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _validations = new();

    public void CheckToken(Inlet inlet, string authorization)
    {
        if (!inlet.RequiresToken)
            return;
        if (authorization.Length == 0)
            throw StreamingErrors.Unauthorized(inlet.Id);
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !tokens.TryValidate(authorization[Bearer.Length..], out _))
            throw StreamingErrors.Forbidden(inlet.Id);
    }

    public void CountValidation(Inlet inlet)
    {
        DateTimeOffset now = time.GetUtcNow();
        Queue<DateTimeOffset> recent = _validations.GetOrAdd(inlet.Id, static _ => new Queue<DateTimeOffset>());
        lock (recent)
        {
            while (recent.TryPeek(out DateTimeOffset oldest) && now - oldest >= TimeSpan.FromMinutes(1))
                recent.Dequeue();
            if (recent.Count >= SyncValidationsPerMinute)
                throw StreamingErrors.TooManyValidations(inlet.Id);
            recent.Enqueue(now);
        }
    }
}
