using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Destinations;

/// <summary>The part of a dataflow that selects an audience: the name of its files, and when they are written.</summary>
internal sealed class AudienceSelection(string segmentId, AudienceFileDefinition wanted, DateTimeOffset now)
{
    private readonly AudienceSchedule _schedule = wanted.Schedule;
    private readonly DateOnly _today = DateOnly.FromDateTime(now.UtcDateTime);

    private DateOnly FirstDay => _schedule.StartDate ?? _today;

    /// <exception cref="ArgumentException">The schedule ends before it begins.</exception>
    public void CheckSchedule()
    {
        if (_schedule.EndDate <= FirstDay)
            throw new ArgumentException(
                $"The schedule ends on {Day(_schedule.EndDate.Value)}, which has no export any more, and begins on {Day(FirstDay)}.");
    }

    /// <exception cref="ArgumentException">The schedule does not begin today: the service refuses runs outside of it.</exception>
    public void CheckNow()
    {
        CheckSchedule();
        if (FirstDay > _today)
            throw new ArgumentException(
                $"The schedule begins on {Day(FirstDay)}, and an activation today is out of its range. Let it begin today, or make it "
                + "without an activation now, by ScheduleAudienceAsync.");
    }

    public JsonObject ToJson() => new()
    {
        ["type"] = "PLATFORM_SEGMENT",
        ["value"] = new JsonObject
        {
            ["id"] = segmentId,
            ["filenameTemplate"] = wanted.FileNameTemplate,
            ["exportMode"] = _schedule.ExportMode,
            ["schedule"] = ScheduleJson(),
        },
    };

    /// <summary>
    /// Whether what is selected is what is wanted. A member that the service leaves out is no difference; the beginning of a schedule that
    /// goes on is none either.
    /// </summary>
    public bool IsIn(JsonObject selected)
    {
        JsonNode? schedule = selected["schedule"];
        bool fixedStart = _schedule.IsOnce || _schedule.StartDate is not null;
        return schedule is not null
            && (Text(schedule["frequency"]) ?? AudienceSchedule.Once.Frequency) == _schedule.Frequency
            && (Text(schedule["triggerType"]) ?? AudienceSchedule.Once.TriggerType) == _schedule.TriggerType
            && (!fixedStart || Text(schedule["startDate"]) == Day(FirstDay))
            && (_schedule.IsOnce || Text(schedule["endDate"]) == (_schedule.EndDate is { } end ? Day(end) : null))
            && (_schedule.IsOnce || _schedule.IsAfterEvaluation
                || Text(schedule["startTime"]) is not { } start || start == Hour(_schedule.StartTime ?? default))
            && (Text(selected["exportMode"]) ?? _schedule.ExportMode) == _schedule.ExportMode
            && (Text(selected["filenameTemplate"]) ?? wanted.FileNameTemplate) == wanted.FileNameTemplate;
    }

    private JsonObject ScheduleJson()
    {
        var json = new JsonObject
        {
            ["frequency"] = _schedule.Frequency,
            ["triggerType"] = _schedule.TriggerType,
            ["startDate"] = Day(FirstDay),
        };
        if (!_schedule.IsAfterEvaluation) json["startTime"] = Hour(_schedule.StartTime ?? TimeOnly.FromTimeSpan(now.UtcDateTime.TimeOfDay));
        if (_schedule.EndDate is { } end) json["endDate"] = Day(end);
        return json;
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static string Hour(TimeOnly time) => time.ToString("HH':00'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
