using System.Net;
using Aep.Sdk.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Bounds how many requests of a client are on their way, and makes all of them slow down when the platform asks one of them to (429).
/// </summary>
internal sealed class ThrottleHandler(AepOptions options) : DelegatingHandler
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _places = new(options.MaxConcurrentRequests);
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly ILogger _log = AepDiagnostics.Http(options);
    private long _resumeAt;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Volatile.Read(ref _resumeAt) > 0) // most clients are never asked to slow down
                await PauseAsync(cancellationToken).ConfigureAwait(false);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                SlowDown(RetryAfter.Of(response, _time) ?? UsualPause);
            return response;
        }
        finally
        {
            _places.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _places.Dispose();
        base.Dispose(disposing);
    }

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
}
