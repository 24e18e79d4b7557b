using System.Net;
using Aep.Sdk.Core.Diagnostics;
using Aep.Sdk.Core.Errors;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Polly;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Which requests are repeated, when and after which wait. The only file that knows the resilience library.
/// GET, HEAD, PUT and DELETE give the same result however often they arrive, so they are repeated after every passing fault. A POST or PATCH is
/// repeated only where it has not been applied for certain: the platform was not reached, or it said 429.
/// </summary>
internal static class RetryPolicies
{
    /// <summary>A client that is asked to wait longer than this does not wait: the caller decides.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private const string CancellationKey = "cancellation", RequestKey = "request";
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.8);

    public static DelegatingHandler CreateHandler(AepOptions options)
    {
        ILogger log = AepDiagnostics.Http(options);
        IAsyncPolicy<HttpResponseMessage> afterAnyFault = Repeat(IsTransient, response => IsTransient(response.StatusCode));
        IAsyncPolicy<HttpResponseMessage> whereNotApplied = Repeat(WasNotSent, response => response.StatusCode == HttpStatusCode.TooManyRequests);
        IAsyncPolicy<HttpResponseMessage> never = Policy.NoOpAsync<HttpResponseMessage>();
        return new PolicyHttpMessageHandler(request =>
            !ReplayableContent.IsAllowed(request) ? never : IsIdempotent(request.Method) ? afterAnyFault : whereNotApplied);

        IAsyncPolicy<HttpResponseMessage> Repeat(Func<HttpRequestException, bool> fault, Func<HttpResponseMessage, bool> answer) => Policy<HttpResponseMessage>
            .Handle(fault)
            .OrResult(response => answer(response) && (Asked(response, options.TimeProvider) ?? TimeSpan.Zero) <= LongestWait)
            .RetryAsync(options.MaxRetries, (outcome, retry, context) => WaitAsync(outcome, retry, context, options.TimeProvider, log));
    }

    /// <summary>Gives the policy what it must know of a call. Polly takes neither a clock nor a cancellation to its waits.</summary>
    public static void Prepare(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.SetPolicyExecutionContext(new Context { [CancellationKey] = cancellationToken, [RequestKey] = request });

    internal static bool IsIdempotent(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put || method == HttpMethod.Delete;

    /// <summary>How long an answer asks to wait, if it does.</summary>
    internal static TimeSpan? Asked(HttpResponseMessage? response, TimeProvider time) => response?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static async Task WaitAsync(DelegateResult<HttpResponseMessage> outcome, int retry, Context context, TimeProvider time, ILogger log)
    {
        var request = (HttpRequestMessage)context[RequestKey];
        TimeSpan wait = Asked(outcome.Result, time) ?? Backoff(retry);
        string reason = outcome.Exception?.Message ?? $"answered {(int)outcome.Result.StatusCode}";
        log.Retrying(request.Method.Method, UriRedaction.Redact(request.RequestUri), wait.TotalSeconds, retry, reason);
        AepDiagnostics.Retries.Add(1);
        outcome.Result?.Dispose(); // frees its connection while we wait
        await Task.Delay(wait, time, (CancellationToken)context[CancellationKey]).ConfigureAwait(false);
    }

    // Exponential with full jitter: clients that failed together must not come back together.
    private static TimeSpan Backoff(int retry) =>
        TimeSpan.FromSeconds(Math.Min(FirstWait.TotalSeconds * Math.Pow(2, retry - 1), LongestWait.TotalSeconds) * Random.Shared.NextDouble());

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
