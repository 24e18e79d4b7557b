namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Calendar arithmetic in UTC. Weeks start on Monday.</summary>
internal static class PqlCalendar
{
    /// <summary>Moves a time by a number of units; what leaves the calendar stays at its edge.</summary>
    public static DateTimeOffset Add(DateTimeOffset time, string unit, double amount)
    {
        try
        {
            return unit switch
            {
                "millisecond" => time.AddMilliseconds(amount),
                "second" => time.AddSeconds(amount),
                "minute" => time.AddMinutes(amount),
                "hour" => time.AddHours(amount),
                "day" => time.AddDays(amount),
                "week" => time.AddDays(7 * amount),
                "month" => time.AddMonths((int)amount),
                _ => time.AddYears((int)Math.Clamp(amount * Years(unit), -10_000, 10_000)),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return amount < 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        }
    }

    /// <summary>The start of the unit that a time falls in.</summary>
    public static DateTimeOffset StartOf(DateTimeOffset time, string unit)
    {
        DateTime utc = time.UtcDateTime;
        DateTime start = unit switch
        {
            "millisecond" => Truncate(utc, TimeSpan.TicksPerMillisecond),
            "second" => Truncate(utc, TimeSpan.TicksPerSecond),
            "minute" => Truncate(utc, TimeSpan.TicksPerMinute),
            "hour" => Truncate(utc, TimeSpan.TicksPerHour),
            "day" => utc.Date,
            "week" => utc.Date.AddDays(-(((int)utc.DayOfWeek + 6) % 7)),
            "month" => new DateTime(utc.Year, utc.Month, 1),
            _ => new DateTime(Math.Max(1, utc.Year / Years(unit) * Years(unit)), 1, 1),
        };
        return new DateTimeOffset(start.Ticks, TimeSpan.Zero);
    }

    /// <summary>The unit before, around or after a time.</summary>
    public static PqlInterval Period(DateTimeOffset now, string which, string unit)
    {
        DateTimeOffset current = StartOf(now, unit);
        DateTimeOffset start = which switch { "last" => Add(current, unit, -1), "next" => Add(current, unit, 1), _ => current };
        return new PqlInterval(start, Add(start, unit, 1));
    }

    private static int Years(string unit) => unit switch { "decade" => 10, "century" => 100, "millennium" => 1000, _ => 1 };

    private static DateTime Truncate(DateTime time, long ticks) => new(time.Ticks - time.Ticks % ticks);
}
