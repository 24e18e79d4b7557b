using System.Net;
using Microsoft.Extensions.Http;
using Polly;
using Polly.Timeout;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Which requests are repeated, when and after which wait. The only file that knows the resilience library.
/// GET, HEAD, PUT and DELETE give the same result however often they arrive; a POST or PATCH that may have been applied is not sent twice.
/// </summary>
internal static class RetryPolicies
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public static DelegatingHandler CreateHandler(AepOptions options)
    {
        IAsyncPolicy<HttpResponseMessage> attempt = Policy.TimeoutAsync<HttpResponseMessage>(options.RequestTimeout, TimeoutStrategy.Optimistic);
        IAsyncPolicy<HttpResponseMessage> repeat = Policy<HttpResponseMessage>
            .Handle<HttpRequestException>()
            .Or<TimeoutRejectedException>()
            .OrResult(response => IsTransient(response.StatusCode))
            .WaitAndRetryAsync(
                options.MaxRetries,
                (attempts, outcome, _) => Wait(attempts, outcome.Result),
                (_, _, _, _) => Task.CompletedTask)
            .WrapAsync(attempt);
        return new PolicyHttpMessageHandler(request => MayRepeat(request) ? repeat : attempt);
    }

    internal static bool MayRepeat(HttpRequestMessage request) =>
        ReplayableContent.IsAllowed(request)
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete);

    private static bool IsTransient(HttpStatusCode status) => status
        is HttpStatusCode.RequestTimeout
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    // Exponential with full jitter, unless the server says how long it wants to be left alone.
    private static TimeSpan Wait(int attempts, HttpResponseMessage? response)
    {
        if (response?.Headers.RetryAfter?.Delta is { } asked)
            return asked < LongestWait ? asked : LongestWait;
        double ceiling = Math.Min(FirstWait.TotalSeconds * Math.Pow(2, attempts - 1), LongestWait.TotalSeconds);
        return TimeSpan.FromSeconds(ceiling * Random.Shared.NextDouble());
    }
}
