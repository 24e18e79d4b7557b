using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.QueryService.Listings;
using Cronos;

namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>When a schedule is due: a cron expression of five fields in UTC between two dates, or <c>@once</c> at its start.</summary>
internal sealed class Cadence
{
    private const string Once = "@once";
    private readonly CronExpression? _cron;
    private readonly DateTimeOffset? _start;
    private readonly DateTimeOffset? _end;

    private Cadence(CronExpression? cron, DateTimeOffset? start, DateTimeOffset? end, int mostActiveRuns) =>
        (_cron, _start, _end, MostActiveRuns) = (cron, start, end, mostActiveRuns);

    /// <summary>How many of its runs may be under way at once.</summary>
    public int MostActiveRuns { get; }

    /// <param name="schedule">The member <c>schedule</c> of a scheduled query.</param>
    /// <exception cref="Gateway.ApiException">400: it says what is wrong.</exception>
    public static Cadence Read(JsonObject schedule)
    {
        DateTimeOffset? start = Date(schedule, "startDate"), end = Date(schedule, "endDate");
        if (end <= start)
            throw QueryErrors.BadRequest("schedule.endDate must be after schedule.startDate.");
        string expression = Text(schedule["schedule"])
            ?? throw QueryErrors.BadRequest("schedule.schedule is missing: a cron expression, such as '30 * * * *', or @once.");
        if (expression == Once && start is null)
            throw QueryErrors.BadRequest("schedule.startDate is missing: @once runs at that time.");
        return new Cadence(expression == Once ? null : Cron(expression), start, end, ActiveRuns(schedule["maxActiveRuns"]));
    }

    /// <summary>The next time after a time; null if there is none. A schedule that runs once is always due at its start.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        if (_cron is null)
            return _start;
        bool fromStart = _start > after;
        DateTimeOffset? next = _cron.GetNextOccurrence(fromStart ? _start!.Value : after, TimeZoneInfo.Utc, inclusive: fromStart);
        return next <= (_end ?? DateTimeOffset.MaxValue) ? next : null;
    }

    private static CronExpression Cron(string expression) =>
        CronExpression.TryParse(expression, CronFormat.Standard, out CronExpression? cron)
        ? cron
        : throw QueryErrors.BadRequest(
            $"schedule.schedule '{expression}' is no cron expression of five fields (minute, hour, day of month, month, day of week), such "
                + "as '30 * * * *', nor @once.");

    private static DateTimeOffset? Date(JsonObject schedule, string name) => schedule[name] is not JsonNode value ? null
        : CreationTimes.Parse(Text(value) ?? throw QueryErrors.BadRequest($"schedule.{name} must be a timestamp."));

    private static int ActiveRuns(JsonNode? value) => value switch
    {
        null => 1,
        JsonValue number when number.TryGetValue(out int most) && most > 0 => most,
        _ => throw QueryErrors.BadRequest("schedule.maxActiveRuns must be a positive number."),
    };

    private static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue(out string? content) ? content : null;
}
