namespace Aep.Sdk.Destinations;

/// <summary>When an audience is exported to files.</summary>
public sealed record AudienceSchedule
{
    private AudienceSchedule(string frequency, string exportMode) => (Frequency, ExportMode) = (frequency, exportMode);

    /// <summary>Once, today.</summary>
    public static AudienceSchedule Once { get; } = new("ONCE", "DAILY_FULL_EXPORT");

    /// <summary><c>ONCE</c>, <c>DAILY</c> or <c>EVERY_n_HOURS</c>.</summary>
    public string Frequency { get; }

    /// <summary><c>DAILY_FULL_EXPORT</c> or <c>FIRST_FULL_THEN_INCREMENTAL</c>.</summary>
    public string ExportMode { get; }

    /// <summary>The hour of the day, UTC; null for the present one.</summary>
    public TimeOnly? StartTime { get; private init; }

    /// <summary>The last day; null for no end.</summary>
    public DateOnly? EndDate { get; private init; }

    /// <summary>All members, every day.</summary>
    /// <param name="startTime">When; to the hour.</param>
    /// <param name="endDate">The last day; null for no end.</param>
    public static AudienceSchedule Daily(TimeOnly startTime, DateOnly? endDate = null) =>
        new("DAILY", "DAILY_FULL_EXPORT") { StartTime = startTime, EndDate = endDate };

    /// <summary>All members the first time, then those that are new.</summary>
    /// <param name="hours">How often: every 3, 6, 8, 12 or 24 hours.</param>
    /// <param name="startTime">When; to the hour.</param>
    /// <param name="endDate">The last day; null for no end.</param>
    /// <exception cref="ArgumentOutOfRangeException">Experience Platform has no such interval; the shortest is 3 hours.</exception>
    public static AudienceSchedule Incremental(int hours, TimeOnly startTime, DateOnly? endDate = null)
    {
        if (hours is not (3 or 6 or 8 or 12 or 24))
            throw new ArgumentOutOfRangeException(
                nameof(hours), hours, "Audiences are exported every 3, 6, 8, 12 or 24 hours, and not more often than every 3.");
        string frequency = hours == 24 ? "DAILY" : $"EVERY_{hours}_HOURS";
        return new AudienceSchedule(frequency, "FIRST_FULL_THEN_INCREMENTAL") { StartTime = startTime, EndDate = endDate };
    }
}
