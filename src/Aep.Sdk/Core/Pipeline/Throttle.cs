using System.Net;
using Aep.Sdk.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Bounds how many requests of a client are on their way, and makes all of them slow down when the platform asks one of them to (429).
/// </summary>
internal sealed class Throttle(AepOptions options) : IDisposable
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _places = new(options.MaxConcurrentRequests);
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly ILogger _log = AepDiagnostics.Http(options);
    private long _resumeAt;

    /// <summary>Waits for a place, which its holder disposes of when the request has ended, and for the end of a pause.</summary>
    public async ValueTask<Place> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        var place = new Place(_places);
        try
        {
            if (Volatile.Read(ref _resumeAt) > 0) // most clients are never asked to slow down
                await PauseAsync(cancellationToken).ConfigureAwait(false);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Begins a pause for all if the answer asks for one.</summary>
    public void Heed(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            SlowDown(RetryAfter.Of(response, _time) ?? UsualPause);
    }

    public void Dispose() => _places.Dispose();

    // Spread a little, so that what has waited together does not start together; once more if the pause has become longer meanwhile.
    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        for (TimeSpan left; (left = new(Volatile.Read(ref _resumeAt) - _time.GetUtcNow().UtcTicks)) > TimeSpan.Zero;)
            await Task.Delay(left * (1 + 0.1 * Random.Shared.NextDouble()), _time, cancellationToken).ConfigureAwait(false);
    }

    private void SlowDown(TimeSpan pause)
    {
        AepDiagnostics.Throttles.Add(1);
        pause = pause < RetryAfter.Longest ? pause : RetryAfter.Longest;
        long until = (_time.GetUtcNow() + pause).UtcTicks, before;
        while ((before = Volatile.Read(ref _resumeAt)) < until)
        {
            if (Interlocked.CompareExchange(ref _resumeAt, until, before) == before)
            {
                _log.Throttled(pause.TotalSeconds);
                return;
            }
        }
    }

    /// <summary>One request's place among those on their way.</summary>
    public readonly struct Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
