using System.Diagnostics;
using System.Globalization;
using Aep.Sdk.Core.Errors;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Core.Diagnostics;

/// <summary>
/// Tells of each call, with its retries: an Activity by OpenTelemetry's conventions for HTTP clients, a log line, and metrics.
/// </summary>
internal sealed class DiagnosticsHandler(AepOptions options) : DelegatingHandler
{
    private readonly ILogger _log = AepDiagnostics.Http(options);
    private readonly TimeProvider _time = options.TimeProvider;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using Activity? activity = Start(request);
        long start = _time.GetTimestamp();
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Answered(activity, request, response, _time.GetElapsedTime(start));
            return response;
        }
        catch (Exception exception)
        {
            Unanswered(activity, request, exception, _time.GetElapsedTime(start));
            // Here, because not every way that leads to a request turns the transport's errors into ours.
            if (exception is HttpRequestException)
                throw ResponseErrors.FromTransport(request, exception);
            throw;
        }
    }

    private static Activity? Start(HttpRequestMessage request)
    {
        Activity? activity = AepDiagnostics.Source.StartActivity(request.Method.Method, ActivityKind.Client);
        if (activity is not { IsAllDataRequested: true })
            return activity;
        activity.SetTag("http.request.method", request.Method.Method);
        activity.SetTag("url.full", UriRedaction.Redact(request.RequestUri));
        activity.SetTag("server.address", request.RequestUri?.Host);
        activity.SetTag("server.port", request.RequestUri?.Port);
        return activity;
    }

    private void Answered(Activity? activity, HttpRequestMessage request, HttpResponseMessage response, TimeSpan took)
    {
        int status = (int)response.StatusCode;
        string? error = response.IsSuccessStatusCode ? null : status.ToString(CultureInfo.InvariantCulture);
        activity?.SetTag("http.response.status_code", status);
        if (error is not null)
            AepDiagnostics.Failed(activity, error);
        Measure(request, took, status, error);
        if (_log.IsEnabled(LogLevel.Debug))
            _log.Answered(
                request.Method.Method, UriRedaction.Redact(request.RequestUri), status, took.TotalMilliseconds, RequestIdOf(request));
    }

    private void Unanswered(Activity? activity, HttpRequestMessage request, Exception exception, TimeSpan took)
    {
        string error = exception.GetType().FullName!;
        AepDiagnostics.Failed(activity, error);
        Measure(request, took, null, error);
        if (exception is not OperationCanceledException)
            _log.Unanswered(request.Method.Method, UriRedaction.Redact(request.RequestUri), took.TotalMilliseconds, exception.Message,
                RequestIdOf(request));
    }

    private static void Measure(HttpRequestMessage request, TimeSpan took, int? status, string? error)
    {
        if (!AepDiagnostics.CallDuration.Enabled)
            return;
        var tags = new TagList { { "http.request.method", request.Method.Method }, { "server.address", request.RequestUri?.Host } };
        if (status is not null)
            tags.Add("http.response.status_code", status);
        if (error is not null)
            tags.Add("error.type", error);
        AepDiagnostics.CallDuration.Record(took.TotalSeconds, tags);
    }

    private static string RequestIdOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues("x-request-id", out IEnumerable<string>? values) ? string.Concat(values) : "";
}
