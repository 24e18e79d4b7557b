using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>
/// When a flow runs (<c>scheduleParams</c>): from <c>startTime</c> on, in seconds since 1970, every <c>interval</c> of a
/// <c>timeUnit</c> (destinations) or <c>frequency</c> (sources). Numbers may be sent as text.
/// </summary>
internal static class FlowSchedule
{
    private static readonly TimeSpan ShortestExport = TimeSpan.FromHours(3);
    private static readonly TimeSpan ShortestImport = TimeSpan.FromMinutes(15);

    /// <summary>Refuses a schedule that cannot be read, or that is more frequent than the platform allows.</summary>
    public static void Check(JsonObject flow)
    {
        JsonNode? schedule = flow["scheduleParams"];
        if (schedule?["startTime"] is { } start && !IsNumber(start))
            throw FlowErrors.Invalid($"scheduleParams.startTime '{start}' must be seconds since 1970.");
        bool import = (string?)flow["flowSpec"]?["id"] == SpecCatalog.CloudStorageToPlatform;
        TimeSpan shortest = import ? ShortestImport : ShortestExport;
        if (Interval(schedule) is { } interval && interval < shortest)
            throw FlowErrors.Invalid($"scheduleParams: the interval must be at least {(import ? "15 minutes" : "3 hours")}.");
    }

    /// <summary>The time until the flow may run; zero when it may run now.</summary>
    public static TimeSpan UntilStart(JsonObject flow, DateTimeOffset now) =>
        TimeSpan.FromSeconds(Math.Max(0, Start(flow) - now.ToUnixTimeSeconds()));

    /// <summary>The time until the next run by the schedule; null when there is none.</summary>
    public static TimeSpan? UntilNext(JsonObject flow, DateTimeOffset now)
    {
        if (Interval(flow["scheduleParams"]) is not { } interval)
            return null;
        TimeSpan since = now - DateTimeOffset.FromUnixTimeSeconds(Start(flow));
        return since < TimeSpan.Zero ? -since : interval - TimeSpan.FromTicks(since.Ticks % interval.Ticks);
    }

    private static long Start(JsonObject flow) =>
        long.Parse(flow["scheduleParams"]?["startTime"]?.ToString() ?? "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static TimeSpan? Interval(JsonNode? schedule)
    {
        string? unit = (schedule?["timeUnit"] ?? schedule?["frequency"])?.ToString().ToLowerInvariant();
        if (unit is null or "once")
            return null;
        string count = schedule!["interval"]?.ToString() ?? "1";
        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int interval) || interval is < 1 or > 100_000)
            throw FlowErrors.Invalid($"scheduleParams.interval '{count}' must be a whole number from 1 on.");
        return unit switch
        {
            "minute" => TimeSpan.FromMinutes(interval),
            "hour" => TimeSpan.FromHours(interval),
            "day" => TimeSpan.FromDays(interval),
            "week" => TimeSpan.FromDays(7L * interval),
            _ => throw FlowErrors.Invalid($"scheduleParams: the unit '{unit}' is none of minute, hour, day, week, once."),
        };
    }

    private static bool IsNumber(JsonNode node) => long.TryParse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds)
        && seconds is >= 0 and < 253_402_300_800;
}
