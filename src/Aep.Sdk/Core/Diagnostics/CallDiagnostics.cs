using System.Diagnostics;
using System.Globalization;
using Aep.Sdk.Core.Errors;
using Aep.Sdk.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Core.Diagnostics;

/// <summary>
/// Tells of each call, with its retries: an Activity by OpenTelemetry's conventions for HTTP clients, a log line, and metrics.
/// </summary>
internal sealed class CallDiagnostics(AepOptions options)
{
    private readonly ILogger _log = AepDiagnostics.Http(options);
    private readonly TimeProvider _time = options.TimeProvider;

    public Call Begin(HttpRequestMessage request) => new(this, request);

    private bool IsListenedTo => AepDiagnostics.CallDuration.Enabled || _log.IsEnabled(LogLevel.Debug);

    private static Activity? StartActivity(HttpRequestMessage request)
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

    private static string IdOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues(RequestId.Header, out IEnumerable<string>? values) ? string.Concat(values) : "";

    /// <summary>What is told of one call.</summary>
    public readonly struct Call(CallDiagnostics diagnostics, HttpRequestMessage request) : IDisposable
    {
        private readonly Activity? _activity = StartActivity(request);

        /// <summary>When the call began, on the clock of the options.</summary>
        public long Start { get; } = diagnostics._time.GetTimestamp();

        private TimeSpan Took => diagnostics._time.GetElapsedTime(Start);

        public void Retried(int count)
        {
            AepDiagnostics.Retries.Add(1);
            _activity?.SetTag("http.request.resend_count", count);
        }

        public void Answered(HttpResponseMessage response)
        {
            if (_activity is null && !diagnostics.IsListenedTo)
                return;
            TimeSpan took = Took;
            int status = (int)response.StatusCode;
            string? error = response.IsSuccessStatusCode ? null : status.ToString(CultureInfo.InvariantCulture);
            _activity?.SetTag("http.response.status_code", status);
            if (error is not null)
                AepDiagnostics.Failed(_activity, error);
            Measure(request, took, status, error);
            if (diagnostics._log.IsEnabled(LogLevel.Debug))
                diagnostics._log.Answered(
                    request.Method.Method, UriRedaction.Redact(request.RequestUri), status, took.TotalMilliseconds, IdOf(request));
        }

        public void Unanswered(Exception exception)
        {
            TimeSpan took = Took;
            string error = exception.GetType().FullName!;
            AepDiagnostics.Failed(_activity, error);
            Measure(request, took, null, error);
            if (exception is not OperationCanceledException)
                diagnostics._log.Unanswered(
                    request.Method.Method, UriRedaction.Redact(request.RequestUri), took.TotalMilliseconds, exception.Message,
                    IdOf(request));
        }

        public void Dispose() => _activity?.Dispose();
    }
}
