using System.Diagnostics;
using System.Diagnostics.Metrics;
using Aep.Sdk.Core.Diagnostics;
using Aep.Sdk.Tests.Core.Resilience;
using Aep.Sdk.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Tests.Core.Diagnostics;

public sealed class DiagnosticsTests
{
    [Fact]
    public async Task A_call_is_one_activity_by_the_conventions_for_http_clients()
    {
        var activities = new List<Activity>();
        using var server = new FaultServer(FaultServer.Respond(503, ""), FaultServer.Respond(200, Verb.Success));
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Aep.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (activities)
                {
                    if ((int?)activity.GetTagItem("server.port") == server.Url.Port)
                        activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await CallAsync(server);

        Activity call = Assert.Single(activities);
        Assert.Equal(("GET", ActivityKind.Client), (call.DisplayName, call.Kind));
        Assert.Equal("GET", call.GetTagItem("http.request.method"));
        Assert.Equal("127.0.0.1", call.GetTagItem("server.address"));
        Assert.Equal(200, call.GetTagItem("http.response.status_code"));
        Assert.EndsWith("/schemaregistry/stats", (string?)call.GetTagItem("url.full"));
        Assert.Null(call.GetTagItem("error.type"));
        Assert.Equal(1, call.GetTagItem("http.request.resend_count"));
    }

    [Fact]
    public async Task A_call_that_is_not_sampled_leaves_no_trace_in_what_it_is_a_part_of()
    {
        using var server = new FaultServer(FaultServer.Respond(503, ""), FaultServer.Respond(200, Verb.Success));
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Aep.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Name == "whole" ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
        };
        ActivitySource.AddActivityListener(listener);
        using Activity whole = AepDiagnostics.Source.StartActivity("whole")!;
        await CallAsync(server);
        Assert.Null(whole.GetTagItem("http.request.resend_count"));
    }

    [Fact]
    public async Task Retries_are_logged_with_their_reason_and_counted()
    {
        using var logs = new CapturedLogs();
        using var server = new FaultServer(FaultServer.Respond(503, ""), FaultServer.Respond(429, "", headers: "Retry-After: 3\r\n"),
            FaultServer.Respond(200, Verb.Success));
        await CallAsync(server, logs);
        string[] retries = [.. logs.Lines.Where(line => line.Level == LogLevel.Warning && line.Text.Contains("is sent again",
            StringComparison.Ordinal)).Select(line => line.Text)];
        Assert.Equal(2, retries.Length);
        Assert.Contains("answered 503", retries[0]);
        Assert.Contains("in 3.0 s (retry 2): answered 429", retries[1]);
        Assert.Contains(logs.Lines, line => line.Text.Contains("asks to slow down", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line is { Category: "Aep.Sdk.Http", Level: LogLevel.Debug } && line.Text.Contains(
            "answered 200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_have_the_names_of_the_documentation()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument,
            self) =>
            { if (instrument.Meter.Name == "Aep.Sdk") self.EnableMeasurementEvents(instrument); }
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => Heard(instrument));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Heard(instrument));
        listener.Start();
        using var server = new FaultServer(FaultServer.Respond(429, ""), FaultServer.Respond(200, Verb.Success));
        await CallAsync(server);
        Assert.Superset(
            new HashSet<string> { "aep.client.call.duration", "aep.client.retries", "aep.client.throttles", "aep.client.received",
                "aep.client.token.renewals" }, names);

        void Heard(Instrument instrument)
        {
            lock (names)
                names.Add(instrument.Name);
        }
    }

    // The usual ones of OpenTelemetry are for milliseconds: all calls would be in the first.
    [Fact]
    public void Durations_come_with_buckets_for_seconds()
    {
        InstrumentAdvice<double>? advice = AepDiagnostics.CallDuration.Advice;

        Assert.Equal([0.005, 0.01], advice!.HistogramBucketBoundaries!.Take(2));
        Assert.Equal(300, advice.HistogramBucketBoundaries!.Last());
    }

    // The meter is the process's, so only a number that no other test makes tells that it was ours: the last piece of this body.
    [Fact]
    public async Task Bytes_of_a_body_whose_length_nobody_knew_are_counted()
    {
        const int Length = 123_457, LastPiece = Length - 64 * 1024;
        bool heard = false;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument,
            self) =>
            { if (instrument.Name == "aep.client.sent") self.EnableMeasurementEvents(instrument); }
        };
        listener.SetMeasurementEventCallback<long>((_, bytes, _, _) => heard |= bytes == LastPiece);
        listener.Start();
        using var server = new FaultServer(FaultServer.Respond(200, Verb.Success));
        await using var aep = new AepClient(TestOptions.For(server.Url) with { TokenSource = new UserToken() });
        using var request =
            new HttpRequestMessage(HttpMethod.Put, "/data") { Content = new StreamContent(new MemoryStream(new byte[Length]), 256 * 1024) };
        request.Headers.TransferEncodingChunked = true;
        (await aep.SendAsync(request)).Dispose();
        Assert.True(heard);
    }

    private static async Task CallAsync(FaultServer server, ILoggerFactory? logs = null)
    {
        await using var aep = new AepClient(TestOptions.For(server.Url) with { TokenSource = new UserToken(), LoggerFactory = logs });
        await aep.Schemas.GetTenantIdAsync();
    }
}
