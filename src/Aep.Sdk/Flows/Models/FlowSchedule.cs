using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Flows;

/// <summary>When a dataflow runs. Flow Service has one form for sources and another for exports.</summary>
public sealed record FlowSchedule
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("week", TimeSpan.FromDays(7)), ("day", TimeSpan.FromDays(1)), ("hour", TimeSpan.FromHours(1)), ("minute", TimeSpan.FromMinutes(1)),
    ];

    private static readonly int[] ExportHours = [3, 6, 9, 12, 24];

    private readonly JsonObject _params;

    private FlowSchedule(JsonObject scheduleParams) => _params = scheduleParams;

    /// <summary>The first run.</summary>
    public DateTimeOffset? StartTime => Number("startTime") is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>When it ends; null if it goes on.</summary>
    public DateTimeOffset? EndTime => Number("endTime") is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>What each export of a dataset holds; null if the dataflow does not say, or is a source.</summary>
    public FlowExportMode? ExportMode => Text("exportMode") is { } mode ? new FlowExportMode(mode) : null;

    /// <summary>How often it runs; null if only once, or in a unit that this library does not know.</summary>
    public TimeSpan? Interval
    {
        get
        {
            string? name = Text("frequency") ?? Text("timeUnit");
            TimeSpan length = Units.FirstOrDefault(unit => unit.Unit == name?.ToLowerInvariant()).Length;
            return length > TimeSpan.Zero && Number("interval") is > 0 and long count ? length * count : null;
        }
    }

    /// <summary>Whether it runs only once.</summary>
    public bool IsOnce => Number("interval") == 0 || string.Equals(Text("frequency"), "once", StringComparison.OrdinalIgnoreCase);

    /// <summary>A source that looks for new data again and again.</summary>
    /// <param name="interval">How often: whole minutes, 15 at least.</param>
    /// <param name="startTime">The first time.</param>
    /// <param name="backfill">Whether the first run takes what was there before <paramref name="startTime"/>, too.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is under 15 minutes or no whole number of minutes.</exception>
    public static FlowSchedule Source(TimeSpan interval, DateTimeOffset startTime, bool? backfill = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMinutes(15));
        if (interval.Ticks % TimeSpan.TicksPerMinute != 0)
            throw new ArgumentOutOfRangeException(nameof(interval), interval, "The interval of a source is a whole number of minutes.");
        (string unit, TimeSpan length) = interval == TimeSpan.FromDays(7) || interval.Ticks % TimeSpan.TicksPerHour == 0
            ? Units.First(unit => interval.Ticks % unit.Length.Ticks == 0)
            : Units[^1];
        var schedule = new JsonObject
        {
            ["startTime"] = startTime.ToUnixTimeSeconds(),
            ["frequency"] = unit,
            // The specification and Adobe's tutorials have the interval of sources as a string.
            ["interval"] = (interval.Ticks / length.Ticks).ToString(CultureInfo.InvariantCulture),
        };
        if (backfill is { } take) schedule["backfill"] = take;
        return new FlowSchedule(schedule);
    }

    /// <summary>A source that is read once.</summary>
    /// <param name="startTime">When.</param>
    public static FlowSchedule SourceOnce(DateTimeOffset startTime) =>
        new(new JsonObject { ["startTime"] = startTime.ToUnixTimeSeconds(), ["frequency"] = "once" });

    /// <summary>A dataset export that runs again and again: everything the first time, then what has come since.</summary>
    /// <param name="interval">How often: 3, 6, 9, 12 or 24 hours.</param>
    /// <param name="startTime">The first time.</param>
    /// <param name="endTime">When it ends; null for no end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is none of these; exports run every 3 hours at most.</exception>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public static FlowSchedule Export(TimeSpan interval, DateTimeOffset startTime, DateTimeOffset? endTime = null)
    {
        if (!ExportHours.Any(hours => interval == TimeSpan.FromHours(hours)))
            throw new ArgumentOutOfRangeException(
                nameof(interval), interval, "Datasets are exported every 3, 6, 9, 12 or 24 hours, and not more often than every 3.");
        if (endTime <= startTime)
            throw new ArgumentException(
                $"The schedule ends at {endTime:u}, which is not after its start at {startTime:u}.", nameof(endTime));
        // The specification has no 24 hours: once a day has a unit of its own.
        bool daily = interval == TimeSpan.FromDays(1);
        return OfExport(FlowExportMode.Incremental, daily ? 1 : (int)interval.TotalHours, daily ? "day" : "hour", startTime, endTime);
    }

    /// <summary>A dataset export that runs once and holds everything.</summary>
    /// <param name="startTime">When.</param>
    public static FlowSchedule ExportOnce(DateTimeOffset startTime) => OfExport(FlowExportMode.Full, 0, "day", startTime, null);

    /// <summary>
    /// A dataset export that runs only when it is asked to. Flow Service demands a schedule, so this one begins in a year.
    /// </summary>
    /// <param name="now">The present.</param>
    public static FlowSchedule ExportOnDemand(DateTimeOffset now) =>
        new(new JsonObject { ["interval"] = 1, ["timeUnit"] = "day", ["startTime"] = now.AddYears(1).ToUnixTimeSeconds() });

    /// <summary>The schedule of a dataflow that was read; null if it has none.</summary>
    /// <param name="flow">The dataflow.</param>
    public static FlowSchedule? Of(Flow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.ScheduleParams is { } scheduleParams ? new FlowSchedule(scheduleParams) : null;
    }

    /// <summary>As <see cref="FlowDefinition.ScheduleParams"/>.</summary>
    public JsonObject ToParams() => (JsonObject)_params.DeepClone();

    /// <summary>
    /// Whether two schedules of exports run at the same times from now on: a start that lies whole intervals before or after makes no
    /// difference.
    /// </summary>
    internal bool IsSameAs(FlowSchedule other)
    {
        bool sameTimes = Interval is { } interval && StartTime is { } start && other.StartTime is { } otherStart
            ? (start - otherStart).Ticks % interval.Ticks == 0
            : StartTime == other.StartTime;
        return sameTimes && Interval == other.Interval && IsOnce == other.IsOnce && EndTime == other.EndTime
            && (ExportMode ?? FlowExportMode.Incremental) == (other.ExportMode ?? FlowExportMode.Incremental);
    }

    private static FlowSchedule OfExport(
        FlowExportMode mode, int interval, string timeUnit, DateTimeOffset startTime, DateTimeOffset? endTime)
    {
        var schedule = new JsonObject
        {
            ["exportMode"] = mode.ToString(),
            ["interval"] = interval,
            ["timeUnit"] = timeUnit,
            ["startTime"] = startTime.ToUnixTimeSeconds(),
        };
        if (endTime is { } end) schedule["endTime"] = end.ToUnixTimeSeconds();
        return new FlowSchedule(schedule);
    }

    private string? Text(string name) => _params[name] is JsonValue value ? value.ToString() : null;

    // As a number or as a string of digits: both are in use.
    private long? Number(string name) => long.TryParse(Text(name), CultureInfo.InvariantCulture, out long number) ? number : null;
}
