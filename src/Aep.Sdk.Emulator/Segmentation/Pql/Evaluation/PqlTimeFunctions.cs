namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Functions of dates and times, in UTC.</summary>
internal static class PqlTimeFunctions
{
    public static IReadOnlyList<PqlFunction> All { get; } =
    [
        Current("currentMonth", time => time.Month),
        Current("currentYear", time => time.Year),
        Current("currentDayOfMonth", time => time.Day),
        Part("getMonth", time => time.Month),
        Part("getYear", time => time.Year),
        Part("getDayOfMonth", time => time.Day),
        new("date", PqlType.Time, [PqlKind.Number, PqlKind.Number, PqlKind.Number], (_, values) => Date(values)) { Check = CheckDate },
    ];

    private static PqlFunction Current(string name, Func<DateTimeOffset, int> part) =>
        new(name, PqlType.Number, [], (subject, _) => (double)part(subject.Now.ToUniversalTime()));

    private static PqlFunction Part(string name, Func<DateTimeOffset, int> part) => new(name, PqlType.Number, [PqlKind.Time], (_, values) =>
        PqlValues.Instant(values[0]) is { } time ? (double)part(time.ToUniversalTime()) : null);

    private static object? Date(object?[] values) =>
        values is [double year, double month, double day] && IsDate(year, month, day)
            ? new DateOnly((int)year, (int)month, (int)day)
            : null;

    private static bool IsDate(double year, double month, double day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month);

    private static void CheckDate(PqlCall call)
    {
        double?[] parts = [.. call.Arguments.Select(argument => (argument as PqlLiteral)?.Value as double?)];
        if (parts is [{ } year, { } month, { } day] && !IsDate(year, month, day))
            throw new PqlException("There is no such date", Math.Max(0, call.Position));
    }
}
