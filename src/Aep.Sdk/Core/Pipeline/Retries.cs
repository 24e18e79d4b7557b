using System.Net;
using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Core.Diagnostics;
using Aep.Sdk.Core.Errors;
using Microsoft.Extensions.Logging;
using Polly;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Which requests are repeated, when and after which wait. The only file that knows the resilience library.
/// GET, HEAD, PUT and DELETE give the same result however often they arrive, so they are repeated after every passing fault. A POST or
/// PATCH is repeated only where it has not been applied for certain: the platform was not reached, or it said 429, or IMS had no
/// token for it. A 401 renews the token once and repeats the request once, whatever its verb is.
/// </summary>
internal sealed class Retries(AepOptions options, BearerAuthentication authentication)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.8);

    private readonly TimeProvider _time = options.TimeProvider;
    private readonly ILogger _log = AepDiagnostics.Http(options);

    /// <summary>The answer that stands after a first attempt which has failed or was refused.</summary>
    /// <param name="first">The first attempt, which has ended.</param>
    /// <param name="request">The request.</param>
    /// <param name="call">The call: its time counts from its start, and it is told of retries.</param>
    /// <param name="send">Makes another attempt.</param>
    /// <param name="cancellationToken">Ends attempts and waits.</param>
    public Task<HttpResponseMessage> AfterAsync(
        Task<HttpResponseMessage> first, HttpRequestMessage request, CallDiagnostics.Call call,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        Task<HttpResponseMessage>? made = first;
        return PolicyFor(request, call, cancellationToken).ExecuteAsync(async token =>
        {
            Task<HttpResponseMessage> attempt = made ?? send(request, token);
            made = null;
            HttpResponseMessage answer = await attempt.ConfigureAwait(false);
            return answer.StatusCode == HttpStatusCode.Unauthorized
                ? await WithNewTokenAsync(request, answer, send, token).ConfigureAwait(false)
                : answer;
        }, cancellationToken);
    }

    private async Task<HttpResponseMessage> WithNewTokenAsync(
        HttpRequestMessage request, HttpResponseMessage refusal,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        // Also for a body that cannot be sent again: the next call must not meet the same refusal.
        await authentication.RenewAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Content is { } content && !ReplayableContent.Is(content))
            return refusal;
        refusal.Dispose();
        return await send(request, cancellationToken).ConfigureAwait(false);
    }

    private IAsyncPolicy<HttpResponseMessage> PolicyFor(
        HttpRequestMessage request, CallDiagnostics.Call call, CancellationToken cancellationToken)
    {
        bool idempotent = IsIdempotent(request.Method);
        bool MayFollow() => HasTime(call.Start) && ReplayableContent.IsAllowed(request);
        return Policy<HttpResponseMessage>
            .Handle<HttpRequestException>(fault => MayFollow() && (idempotent ? IsTransient(fault) : WasNotSent(fault)))
            .Or<AepAuthenticationException>(fault => MayFollow() && fault.IsPassingFaultOfIms)
            .OrResult(
                answer =>
                    MayFollow() && AllowsIt(answer) && (idempotent ? IsTransient(answer.StatusCode) : WasNotApplied(answer.StatusCode)))
            .RetryAsync(options.MaxRetries, (outcome, retry, _) => WaitAsync(request, call, outcome, retry, cancellationToken));
    }

    private async Task WaitAsync(
        HttpRequestMessage request, CallDiagnostics.Call call, DelegateResult<HttpResponseMessage> outcome, int retry,
        CancellationToken cancellationToken)
    {
        TimeSpan wait = RetryAfter.Of(outcome.Result, _time) ?? Backoff(retry);
        string reason = outcome.Exception?.Message ?? $"answered {(int)outcome.Result.StatusCode}";
        _log.Retrying(request.Method.Method, UriRedaction.Redact(request.RequestUri), wait.TotalSeconds, retry, reason);
        call.Retried(retry);
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
