using System.Net;
using Aep.Sdk.Core.Diagnostics;
using Aep.Sdk.Core.Errors;
using Microsoft.Extensions.Logging;
using Polly;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Which requests are repeated, when and after which wait. The only file that knows the resilience library.
/// GET, HEAD, PUT and DELETE give the same result however often they arrive, so they are repeated after every passing fault. A POST or PATCH is
/// repeated only where it has not been applied for certain: the platform was not reached, or it said 429.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private const string RequestKey = "request", CancellationKey = "cancellation";
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.8);

    private readonly IAsyncPolicy<HttpResponseMessage> _afterAnyFault, _whereNotApplied;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    public RetryHandler(AepOptions options)
    {
        _time = options.TimeProvider;
        _log = AepDiagnostics.Http(options);
        _afterAnyFault = Repeat(options.MaxRetries, IsTransient, response => IsTransient(response.StatusCode));
        _whereNotApplied = Repeat(options.MaxRetries, WasNotSent, response => response.StatusCode == HttpStatusCode.TooManyRequests);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The first attempt goes without the policy: nearly all calls need nothing else.
        HttpResponseMessage? answer = null;
        HttpRequestException? fault = null;
        try
        {
            answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode || !ReplayableContent.IsAllowed(request))
                return answer;
        }
        catch (HttpRequestException exception) when (ReplayableContent.IsAllowed(request))
        {
            fault = exception;
        }
        return await RepeatAsync(request, answer, fault, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> RepeatAsync(
        HttpRequestMessage request, HttpResponseMessage? answer, HttpRequestException? fault, CancellationToken cancellationToken)
    {
        bool first = true;
        // Polly takes neither a clock nor a cancellation to its waits: ours go with the context.
        var context = new Context { [RequestKey] = request, [CancellationKey] = cancellationToken };
        return (IsIdempotent(request.Method) ? _afterAnyFault : _whereNotApplied).ExecuteAsync((_, token) =>
        {
            if (!first)
                return base.SendAsync(request, token);
            first = false;
            return fault is null ? Task.FromResult(answer!) : Task.FromException<HttpResponseMessage>(fault);
        }, context, cancellationToken);
    }

    private IAsyncPolicy<HttpResponseMessage> Repeat(int retries, Func<HttpRequestException, bool> fault, Func<HttpResponseMessage, bool> answer) =>
        Policy<HttpResponseMessage>
            .Handle(fault)
            .OrResult(response => answer(response) && (RetryAfter.Of(response, _time) ?? TimeSpan.Zero) <= RetryAfter.Longest)
            .RetryAsync(retries, WaitAsync);

    private async Task WaitAsync(DelegateResult<HttpResponseMessage> outcome, int retry, Context context)
    {
        var request = (HttpRequestMessage)context[RequestKey];
        TimeSpan wait = RetryAfter.Of(outcome.Result, _time) ?? Backoff(retry);
        string reason = outcome.Exception?.Message ?? $"answered {(int)outcome.Result.StatusCode}";
        _log.Retrying(request.Method.Method, UriRedaction.Redact(request.RequestUri), wait.TotalSeconds, retry, reason);
        AepDiagnostics.Retries.Add(1);
        outcome.Result?.Dispose(); // frees its connection while we wait
        await Task.Delay(wait, _time, (CancellationToken)context[CancellationKey]).ConfigureAwait(false);
    }

    // Exponential with full jitter: clients that failed together must not come back together.
    private static TimeSpan Backoff(int retry) =>
        TimeSpan.FromSeconds(Math.Min(FirstWait.TotalSeconds * Math.Pow(2, retry - 1), RetryAfter.Longest.TotalSeconds) * Random.Shared.NextDouble());

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

    private static bool WasNotSent(HttpRequestException fault) => fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
}
