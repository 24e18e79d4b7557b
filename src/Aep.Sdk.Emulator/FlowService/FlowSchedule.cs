using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>When something runs: from a start on, every interval, until an end; without an interval once.</summary>
internal sealed record FlowSchedule(DateTimeOffset Start, TimeSpan? Interval, DateTimeOffset? End)
{
    private const string Owner = "scheduleParams", StartMember = "startTime";
    private static readonly TimeSpan ShortestExport = TimeSpan.FromHours(3);
    private static readonly double[] ExportHours = [3, 6, 9, 12, 24];
    private static readonly TimeSpan ShortestImport = TimeSpan.FromMinutes(15);

    /// <summary>The months between two runs; zero when <see cref="Interval"/> says it, or there is one run only.</summary>
    public int Months { get; init; }

    /// <summary>Whether there is one run only.</summary>
    public bool IsOnce => Interval is null && Months == 0;

    /// <summary>
    /// Reads <c>scheduleParams</c>: <c>startTime</c> and <c>endTime</c> in seconds since 1970, every <c>interval</c> of a <c>timeUnit</c>
    /// (destinations) or <c>frequency</c> (sources). Numbers may be sent as text. An interval of 0 is a single run.
    /// </summary>
    /// <returns>Null when the flow has a start at most: it runs on demand.</returns>
    /// <exception cref="Gateway.ApiException">
    /// 400: a schedule that cannot be read, or that is more frequent than the platform allows.
    /// </exception>
    public static FlowSchedule? Of(JsonObject flow)
    {
        if (flow[Owner] is not JsonObject parameters)
            return null;
        DateTimeOffset start = EpochTime.Find(parameters, StartMember, Owner) ?? DateTimeOffset.UnixEpoch;
        DateTimeOffset? end = EpochTime.Find(parameters, "endTime", Owner);
        if (end <= start)
            throw FlowErrors.Invalid("scheduleParams.endTime must be after startTime.");
        string? unit = (parameters["timeUnit"] ?? parameters["frequency"])?.ToString().ToLowerInvariant();
        TimeSpan? interval = unit is null or "once" ? null : IntervalOf(unit, Count(parameters));
        bool import = (string?)flow["flowSpec"]?["id"] == SpecCatalog.CloudStorageToPlatform;
        if (interval < (import ? ShortestImport : ShortestExport))
            throw FlowErrors.Invalid($"scheduleParams: the interval must be at least {(import ? "15 minutes" : "3 hours")}.");
        if (interval is { } every && SpecCatalog.IsExport((string?)flow["flowSpec"]?["id"]) && !ExportHours.Contains(every.TotalHours))
            throw FlowErrors.Invalid("scheduleParams: datasets are exported every 3, 6, 9 or 12 hours, or every day.");
        ExportMode.Check(parameters, interval);
        return unit is null ? null : new FlowSchedule(start, interval, end);
    }

    /// <summary>What a new or changed schedule of a source must say, as the flow specification has it.</summary>
    /// <exception cref="Gateway.ApiException">400: start, frequency or interval is missing.</exception>
    public static void CheckImport(JsonObject flow)
    {
        if ((string?)flow["flowSpec"]?["id"] != SpecCatalog.CloudStorageToPlatform || flow[Owner] is not JsonObject parameters)
            return;
        foreach (string member in new[] { StartMember, "frequency" })
        {
            if (string.IsNullOrEmpty(parameters[member]?.ToString()))
                throw FlowErrors.Invalid(
                    $"{Owner}.{member} is missing: a source begins at startTime and runs by frequency: once, minute, hour, day, week.");
        }
        bool once = parameters["frequency"]!.ToString().Equals("once", StringComparison.OrdinalIgnoreCase);
        if (!once && parameters["interval"]?.ToString() is null or "0")
            throw FlowErrors.Invalid($"{Owner}.interval is missing: 15 or more of minutes, 1 or more of hours, days, weeks.");
    }

    /// <summary>The time until a flow may run; zero when it may run now.</summary>
    public static TimeSpan UntilStart(JsonObject flow, DateTimeOffset now) =>
        (flow[Owner] is JsonObject parameters ? EpochTime.Find(parameters, StartMember, Owner) : null) is { } start && start > now
            ? start - now
            : TimeSpan.Zero;

    /// <summary>
    /// From when on files count for a source flow: from the start when its <c>backfill</c> is false, from ever otherwise.
    /// </summary>
    public static DateTimeOffset FilesSince(JsonObject flow) =>
        flow[Owner] is JsonObject parameters && parameters["backfill"]?.ToString() == "false"
            ? EpochTime.Find(parameters, StartMember, Owner) ?? DateTimeOffset.MinValue
            : DateTimeOffset.MinValue;

    /// <summary>The first run at or after a time; a single run whose time had passed is due at that time.</summary>
    /// <returns>Null when there is none.</returns>
    public DateTimeOffset? FirstFrom(DateTimeOffset time)
    {
        DateTimeOffset next = time <= Start ? Start
            : Months > 0 ? Monthly(time)
            : Interval is { } interval ? Start + Periods(time - Start) * interval
            : time;
        return next < End || End is null ? next : null;
    }

    /// <summary>The run after one that was due at a time, none of those that were missed since.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now) => IsOnce ? null : FirstFrom(now + TimeSpan.FromTicks(1));

    // Counted from the start, so that the 31st stays the 31st where there is one.
    private DateTimeOffset Monthly(DateTimeOffset time)
    {
        int passed = ((time.Year - Start.Year) * 12 + time.Month - Start.Month) / Months;
        DateTimeOffset next = Start.AddMonths(passed * Months);
        return next >= time ? next : Start.AddMonths((passed + 1) * Months);
    }

    // The number of intervals that have passed, rounded up.
    private long Periods(TimeSpan since) => (since.Ticks + Interval!.Value.Ticks - 1) / Interval.Value.Ticks;

    private static int Count(JsonObject parameters)
    {
        string count = parameters["interval"]?.ToString() ?? "1";
        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int interval) && interval is >= 0 and <= 100_000
            ? interval
            : throw FlowErrors.Invalid($"scheduleParams.interval '{count}' must be a whole number.");
    }

    private static TimeSpan? IntervalOf(string unit, int count) => (unit, count) switch
    {
        ("minute" or "hour" or "day" or "week", 0) => null,
        ("minute", _) => TimeSpan.FromMinutes(count),
        ("hour", _) => TimeSpan.FromHours(count),
        ("day", _) => TimeSpan.FromDays(count),
        ("week", _) => TimeSpan.FromDays(7L * count),
        _ => throw FlowErrors.Invalid($"scheduleParams: the unit '{unit}' is none of minute, hour, day, week, once."),
    };
}
