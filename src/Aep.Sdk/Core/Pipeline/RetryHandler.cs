using System.Net;
using Aep.Sdk.Core.Diagnostics;
using Aep.Sdk.Core.Errors;
using Microsoft.Extensions.Logging;
using Polly;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Which requests are repeated, when and after which wait. The only file that knows the resilience library.
/// GET, HEAD, PUT and DELETE give the same result however often they arrive, so they are repeated after every passing fault. A POST or
/// PATCH is repeated only where it has not been applied for certain: the platform was not reached, or it said 429, or IMS had no
/// token for it.
/// </summary>
internal sealed class RetryHandler(AepOptions options) : DelegatingHandler
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.8);

    private readonly TimeProvider _time = options.TimeProvider;
    private readonly ILogger _log = AepDiagnostics.Http(options);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The first attempt goes without a policy: nearly all calls need nothing else.
        long start = _time.GetTimestamp();
        HttpResponseMessage? answer = null;
        Exception? fault = null;
        try
        {
            answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode || !ReplayableContent.IsAllowed(request))
                return answer;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or AepAuthenticationException && ReplayableContent.IsAllowed(request))
        {
            fault = exception;
        }

        bool first = true;
        return await Repeat(request, start, cancellationToken).ExecuteAsync(token =>
        {
            if (!first)
                return base.SendAsync(request, token);
            first = false;
            return fault is null ? Task.FromResult(answer!) : Task.FromException<HttpResponseMessage>(fault);
        }, cancellationToken).ConfigureAwait(false);
    }

    private IAsyncPolicy<HttpResponseMessage> Repeat(HttpRequestMessage request, long start, CancellationToken cancellationToken)
    {
        bool idempotent = IsIdempotent(request.Method);
        return Policy<HttpResponseMessage>
            .Handle<HttpRequestException>(fault => HasTime(start) && (idempotent ? IsTransient(fault) : WasNotSent(fault)))
            .Or<AepAuthenticationException>(fault => HasTime(start) && fault.IsPassingFaultOfIms)
            .OrResult(
                answer =>
                    HasTime(start) && AllowsIt(answer) && (idempotent ? IsTransient(answer.StatusCode) : WasNotApplied(answer.StatusCode)))
            .RetryAsync(options.MaxRetries, (outcome, retry, _) => WaitAsync(request, outcome, retry, cancellationToken));
    }

    private async Task WaitAsync(
        HttpRequestMessage request, DelegateResult<HttpResponseMessage> outcome, int retry, CancellationToken cancellationToken)
    {
        TimeSpan wait = RetryAfter.Of(outcome.Result, _time) ?? Backoff(retry);
        string reason = outcome.Exception?.Message ?? $"answered {(int)outcome.Result.StatusCode}";
        _log.Retrying(request.Method.Method, UriRedaction.Redact(request.RequestUri), wait.TotalSeconds, retry, reason);
        AepDiagnostics.Retried(retry);
        outcome.Result?.Dispose(); // frees its connection while we wait
        await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
    }

    // Exponential with full jitter: clients that failed together must not come back together.
    private static TimeSpan Backoff(int retry) =>
        TimeSpan.FromSeconds(
            Math.Min(FirstWait.TotalSeconds * Math.Pow(2, retry - 1), RetryAfter.Longest.TotalSeconds) * Random.Shared.NextDouble());

    private bool HasTime(long start) => _time.GetElapsedTime(start) < options.RetryBudget;

    private bool AllowsIt(HttpResponseMessage answer) => (RetryAfter.Of(answer, _time) ?? TimeSpan.Zero) <= RetryAfter.Longest;

    private static bool IsIdempotent(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put || method == HttpMethod.Delete;

    private static bool IsTransient(HttpStatusCode status) => status
        is HttpStatusCode.RequestTimeout
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    // A certificate that is not trusted stays so.
    private static bool IsTransient(HttpRequestException fault) => fault.HttpRequestError != HttpRequestError.SecureConnectionError;

    private static bool WasNotSent(HttpRequestException fault) =>
        fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;

    private static bool WasNotApplied(HttpStatusCode status) => status == HttpStatusCode.TooManyRequests;
}
