using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aep.Sdk.Core.Diagnostics;

/// <summary>The names under which this library tells what it does: one ActivitySource, one Meter, three categories of log lines.</summary>
internal static class AepDiagnostics
{
    public const string Name = "Aep.Sdk";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    // Those of .NET for requests, and up to the budget for retries: the usual ones of OpenTelemetry are for milliseconds.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300],
    };

    public static readonly Histogram<double> CallDuration =
        Meter.CreateHistogram(
            "aep.client.call.duration", "s", "Duration of calls, with their retries, until the headers of the answer.", null, Seconds);

    public static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("aep.client.retries", "{retry}", "Requests that were sent once more.");

    public static readonly Counter<long> Throttles =
        Meter.CreateCounter<long>("aep.client.throttles", "{throttle}", "Answers that asked the client to slow down.");

    public static readonly Counter<long> BytesSent =
        Meter.CreateCounter<long>("aep.client.sent", "By", "Bytes of request bodies that were written, also those of retries.");

    public static readonly Counter<long> BytesReceived =
        Meter.CreateCounter<long>("aep.client.received", "By", "Bytes of response bodies, decompressed.");

    public static readonly Counter<long> TokenRenewals =
        Meter.CreateCounter<long>("aep.client.token.renewals", "{renewal}", "Access tokens that were requested.");

    /// <summary>Says that what an activity stands for has gone wrong: a status of HTTP, or the name of an exception.</summary>
    public static void Failed(Activity? activity, string error)
    {
        activity?.SetTag("error.type", error);
        activity?.SetStatus(ActivityStatusCode.Error);
    }

    public static ILogger Http(AepOptions options) => Logger(options, "Aep.Sdk.Http");

    public static ILogger Authentication(AepOptions options) => Logger(options, "Aep.Sdk.Authentication");

    public static ILogger Operations(AepOptions options) => Logger(options, "Aep.Sdk.Operations");

    public static ILogger Destinations(AepOptions options) => Logger(options, "Aep.Sdk.Destinations");

    private static ILogger Logger(AepOptions options, string category) =>
        options.LoggerFactory?.CreateLogger(category) ?? NullLogger.Instance;
}
