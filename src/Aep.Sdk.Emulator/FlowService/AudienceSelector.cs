using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>An audience that a flow activates: its file name, its schedule, and whether each file is full.</summary>
internal sealed record AudienceSelector(
    string SegmentId, string? Name, string? FileNameTemplate, bool IsIncremental, FlowSchedule? Schedule, bool AfterEvaluation)
{
    private const string Monthly = "MONTHLY";

    private static readonly Dictionary<string, TimeSpan?> Frequencies = new()
    {
        ["ONCE"] = null,
        ["EVERY_3_HOURS"] = TimeSpan.FromHours(3),
        ["EVERY_6_HOURS"] = TimeSpan.FromHours(6),
        ["EVERY_8_HOURS"] = TimeSpan.FromHours(8),
        ["EVERY_12_HOURS"] = TimeSpan.FromHours(12),
        ["DAILY"] = TimeSpan.FromDays(1),
        ["WEEKLY"] = TimeSpan.FromDays(7),
        [Monthly] = null,
    };

    /// <summary>The schedule as text.</summary>
    public string Definition { get; private init; } = "";

    /// <summary>All audiences of a flow.</summary>
    /// <exception cref="Gateway.ApiException">400: a schedule that is not possible.</exception>
    public static IReadOnlyList<AudienceSelector> Of(JsonObject flow) =>
    [
        .. Parameters(flow)?["segmentSelectors"]?["selectors"]?.AsArray()
            .Select(selector => selector?["value"]).OfType<JsonObject>().Select(Read) ?? [],
    ];

    /// <summary>The parameters of the transformation that names audiences and attributes.</summary>
    public static JsonNode? Parameters(JsonObject flow) =>
        (flow["transformations"] as JsonArray)?.FirstOrDefault(item => (string?)item?["name"] == "GeneralTransform")?["params"];

    /// <summary>True between the first and the last day of the schedule.</summary>
    public bool Covers(DateTimeOffset now) =>
        Schedule is null || (Schedule.Start.Date <= now.UtcDateTime.Date && (Schedule.End is null || now < Schedule.End));

    private static AudienceSelector Read(JsonObject value)
    {
        string id = (string?)value["id"] ?? throw FlowErrors.Invalid("A segment selector has no value.id.");
        bool incremental =
            ExportMode.IsIncremental(ExportMode.Known(value["exportMode"], $"exportMode of the audience {id}"), ExportMode.Full);
        var schedule = value["schedule"] as JsonObject;
        return new AudienceSelector(
            id, (string?)value["name"], (string?)value["filenameTemplate"], incremental,
            schedule is null ? null : ReadSchedule(schedule, incremental), (string?)schedule?["triggerType"] == "AFTER_SEGMENT_EVAL")
        {
            Definition = schedule?.ToJsonString() ?? "",
        };
    }

    private static FlowSchedule ReadSchedule(JsonObject schedule, bool incremental)
    {
        string frequency = (string?)schedule["frequency"] ?? throw FlowErrors.Invalid("schedule.frequency is missing.");
        if (!Frequencies.TryGetValue(frequency, out TimeSpan? interval))
            throw FlowErrors.Invalid($"schedule.frequency '{frequency}' is none of {string.Join(", ", Frequencies.Keys)}.");
        int months = frequency == Monthly ? 1 : 0;
        if (incremental ? interval is null && months == 0 : interval < TimeSpan.FromDays(1))
            throw FlowErrors.Invalid(
                $"schedule.frequency {frequency} does not go with {(incremental ? ExportMode.Incremental : ExportMode.Full)}.");
        DateTimeOffset day = Day(schedule, "startDate") ?? throw FlowErrors.Invalid("schedule.startDate is missing.");
        return new FlowSchedule(day + Time(schedule), interval, Day(schedule, "endDate")) { Months = months };
    }

    private static DateTimeOffset? Day(JsonObject schedule, string member) => schedule[member]?.ToString() is not { } text ? null
        : DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset day) ? day
        : throw FlowErrors.Invalid($"schedule.{member} '{text}' must be a date such as 2026-01-31.");

    private static TimeSpan Time(JsonObject schedule) => schedule["startTime"]?.ToString() is not { } text ? TimeSpan.Zero
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time.ToTimeSpan()
        : throw FlowErrors.Invalid($"schedule.startTime '{text}' must be a time in UTC such as 17:00.");
}
