using System.Globalization;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>
/// A Quartz cron expression in UTC: second, minute, hour, day of month, month, day of week. Names of days and months are not read.
/// </summary>
internal sealed class CronSchedule
{
    private static readonly (string Name, int Least, int Most)[] Parts =
        [("second", 0, 59), ("minute", 0, 59), ("hour", 0, 23), ("day of month", 1, 31), ("month", 1, 12), ("day of week", 1, 7)];

    private readonly HashSet<int>[] _allowed;

    private CronSchedule(HashSet<int>[] allowed) => _allowed = allowed;

    /// <exception cref="Gateway.ApiException">400: it is no such expression.</exception>
    public static CronSchedule Parse(string text)
    {
        string[] fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (6 or 7))
            throw ProfileErrors.Invalid($"The schedule '{text}' must be a cron expression of six or seven fields, such as '0 0 1 * * ?'.");
        return new CronSchedule([.. Parts.Select((part, index) => Read(fields[index], part, text))]);
    }

    /// <summary>The next time after a time; null if there is none within a year.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        DateTime time =
            new DateTime(after.UtcDateTime.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc).AddSeconds(1);
        DateTime end = time.AddYears(1);
        while (time < end)
        {
            if (!IsDay(time))
                time = time.Date.AddDays(1);
            else if (!_allowed[2].Contains(time.Hour))
                time = time.Date.AddHours(time.Hour + 1);
            else if (!_allowed[1].Contains(time.Minute))
                time = new DateTime(time.Year, time.Month, time.Day, time.Hour, time.Minute, 0, DateTimeKind.Utc).AddMinutes(1);
            else if (!_allowed[0].Contains(time.Second))
                time = time.AddSeconds(1);
            else
                return new DateTimeOffset(time);
        }
        return null;
    }

    // Sunday is 1.
    private bool IsDay(DateTime time) =>
        _allowed[3].Contains(time.Day) && _allowed[4].Contains(time.Month) && _allowed[5].Contains((int)time.DayOfWeek + 1);

    private static HashSet<int> Read(string field, (string Name, int Least, int Most) part, string text)
    {
        var allowed = new HashSet<int>();
        foreach (string item in field.Split(','))
        {
            string[] step = item.Split('/');
            string[] range = step[0].Split('-');
            bool any = step[0] is "*" or "?";
            int first = any ? part.Least : Number(range[0], part, text);
            int last = any || (step.Length > 1 && range.Length == 1) ? part.Most : range.Length > 1 ? Number(range[1], part, text) : first;
            int by = step.Length > 1 ? Math.Max(1, Number(step[1], (part.Name, 0, int.MaxValue), text)) : 1;
            for (int value = first; value <= last; value += by)
                allowed.Add(value);
        }
        return allowed;
    }

    private static int Number(string value, (string Name, int Least, int Most) part, string text) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out int number) && number >= part.Least && number <= part.Most
            ? number
            : throw ProfileErrors.Invalid(
                $"The {part.Name} '{value}' of the schedule '{text}' must be between {part.Least} and {part.Most}.");
}
