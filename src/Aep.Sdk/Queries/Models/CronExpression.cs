using System.Globalization;

namespace Aep.Sdk.Queries;

/// <summary>
/// When a schedule runs, in UTC: five fields for minute, hour, day of the month, month and day of the week, or <see cref="Once"/>. Each
/// field is <c>*</c>, a number, a range, a list, or one of these with a step: <c>*/15</c>. Checked when it is made, so that a wrong one is
/// not found at night.
/// </summary>
public sealed record CronExpression
{
    private static readonly CronField[] Fields =
    [
        new("minute", 0, 59, []),
        new("hour", 0, 23, []),
        new("day of the month", 1, 31, []),
        new("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
        new("day of the week", 0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]),
    ];

    private CronExpression(string value) => Value = value;

    /// <summary>The expression as the service takes it.</summary>
    public string Value { get; }

    /// <summary>One time, at the schedule's start: <c>@once</c>.</summary>
    public static CronExpression Once { get; } = new("@once");

    /// <summary>Every hour.</summary>
    /// <param name="minute">The minute of the hour, 0 to 59.</param>
    /// <exception cref="ArgumentException">There is no such minute.</exception>
    public static CronExpression Hourly(int minute = 0) => Parse($"{Text(minute)} * * * *");

    /// <summary>Every day.</summary>
    /// <param name="time">The time of the day, UTC, to the minute.</param>
    public static CronExpression Daily(TimeOnly time) => Parse($"{At(time)} * * *");

    /// <summary>Every week.</summary>
    /// <param name="day">The day of the week.</param>
    /// <param name="time">The time of the day, UTC, to the minute.</param>
    public static CronExpression Weekly(DayOfWeek day, TimeOnly time) => Parse($"{At(time)} * * {Text((int)day)}");

    /// <summary>Every month; a month without that day is left out.</summary>
    /// <param name="day">The day of the month, 1 to 31.</param>
    /// <param name="time">The time of the day, UTC, to the minute.</param>
    /// <exception cref="ArgumentException">There is no such day.</exception>
    public static CronExpression Monthly(int day, TimeOnly time) => Parse($"{At(time)} {Text(day)} * *");

    /// <summary>Reads an expression.</summary>
    /// <param name="expression">Five fields, separated by blanks, or <c>@once</c>.</param>
    /// <exception cref="ArgumentException">A field is missing or wrong; the message says which and why.</exception>
    public static CronExpression Parse(string expression)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        if (expression.Trim() == Once.Value) return Once;
        string[] parts = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
            throw new ArgumentException(
                $"\"{expression}\" has {parts.Length} fields where a schedule has 5: {string.Join(", ", Fields.Select(f => f.Name))}.");
        for (int i = 0; i < parts.Length; i++) Fields[i].Check(parts[i], expression);
        return new CronExpression(string.Join(' ', parts));
    }

    /// <summary>The expression.</summary>
    public override string ToString() => Value;

    private static string At(TimeOnly time) => $"{Text(time.Minute)} {Text(time.Hour)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
