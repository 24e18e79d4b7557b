namespace Aep.Sdk.Destinations;

/// <summary>When an audience is exported to files.</summary>
public sealed record AudienceSchedule
{
    private const string Full = "DAILY_FULL_EXPORT", Incrementally = "FIRST_FULL_THEN_INCREMENTAL";
    private const string Scheduled = "SCHEDULED", Evaluated = "AFTER_SEGMENT_EVAL";

    private AudienceSchedule(string frequency, string exportMode, string triggerType = Scheduled) =>
        (Frequency, ExportMode, TriggerType) = (frequency, exportMode, triggerType);

    /// <summary>Once, today.</summary>
    public static AudienceSchedule Once { get; } = new("ONCE", Full);

    /// <summary>Once, when the audience has been evaluated.</summary>
    public static AudienceSchedule OnceAfterEvaluation { get; } = new("ONCE", Full, Evaluated);

    /// <summary><c>ONCE</c>, <c>DAILY</c>, <c>WEEKLY</c>, <c>MONTHLY</c> or <c>EVERY_n_HOURS</c>.</summary>
    public string Frequency { get; }

    /// <summary><c>DAILY_FULL_EXPORT</c> or <c>FIRST_FULL_THEN_INCREMENTAL</c>.</summary>
    public string ExportMode { get; }

    /// <summary><c>SCHEDULED</c> or <c>AFTER_SEGMENT_EVAL</c>.</summary>
    public string TriggerType { get; }

    /// <summary>The first day; null for today, or for the first day of a schedule that goes on.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The hour of the day, UTC; null for the present one, and after evaluations.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>The day on which it ends, which has no export any more; null for no end.</summary>
    public DateOnly? EndDate { get; private init; }

    internal bool IsOnce => Frequency == Once.Frequency;

    internal bool IsAfterEvaluation => TriggerType == Evaluated;

    /// <summary>All members, every day.</summary>
    /// <param name="startTime">When; to the hour.</param>
    /// <param name="endDate">The day on which it ends, without an export; null for no end.</param>
    public static AudienceSchedule Daily(TimeOnly startTime, DateOnly? endDate = null) =>
        new("DAILY", Full) { StartTime = startTime, EndDate = endDate };

    /// <summary>All members, whenever the audience has been evaluated: batch segmentation runs once a day.</summary>
    /// <param name="endDate">The day on which it ends, without an export; null for no end.</param>
    public static AudienceSchedule AfterEvaluation(DateOnly? endDate = null) =>
        new("DAILY", Full, Evaluated) { EndDate = endDate };

    /// <summary>All members, every week on the weekday of the first day (<see cref="StartDate"/>).</summary>
    /// <param name="startTime">When; to the hour.</param>
    /// <param name="endDate">The day on which it ends, without an export; null for no end.</param>
    public static AudienceSchedule Weekly(TimeOnly startTime, DateOnly? endDate = null) =>
        new("WEEKLY", Full) { StartTime = startTime, EndDate = endDate };

    /// <summary>All members, every month on the day of the first one (<see cref="StartDate"/>).</summary>
    /// <param name="startTime">When; to the hour.</param>
    /// <param name="endDate">The day on which it ends, without an export; null for no end.</param>
    public static AudienceSchedule Monthly(TimeOnly startTime, DateOnly? endDate = null) =>
        new("MONTHLY", Full) { StartTime = startTime, EndDate = endDate };

    /// <summary>All members the first time, then those that are new.</summary>
    /// <param name="hours">How often: every 3, 6, 8, 12 or 24 hours.</param>
    /// <param name="startTime">When; to the hour.</param>
    /// <param name="endDate">The day on which it ends, without an export; null for no end.</param>
    /// <exception cref="ArgumentOutOfRangeException">Experience Platform has no such interval; the shortest is 3 hours.</exception>
    public static AudienceSchedule Incremental(int hours, TimeOnly startTime, DateOnly? endDate = null)
    {
        if (hours is not (3 or 6 or 8 or 12 or 24))
            throw new ArgumentOutOfRangeException(
                nameof(hours), hours, "Audiences are exported every 3, 6, 8, 12 or 24 hours, and not more often than every 3.");
        string frequency = hours == 24 ? "DAILY" : $"EVERY_{hours}_HOURS";
        return new AudienceSchedule(frequency, Incrementally) { StartTime = startTime, EndDate = endDate };
    }
}
