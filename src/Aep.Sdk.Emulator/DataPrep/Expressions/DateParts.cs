using System.Globalization;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>The parts of a date by their names; upper and lower case are the same.</summary>
internal static class DateParts
{
    public static object Of(string part, DateTimeOffset time) => (long)(part.ToLowerInvariant() switch
    {
        "year" or "yyyy" => time.Year,
        "yy" => time.Year % 100,
        "quarter" or "qq" or "q" => (time.Month + 2) / 3,
        "month" or "mm" or "m" => time.Month,
        "dayofyear" or "dy" or "y" => time.DayOfYear,
        "day" or "dd" or "d" => time.Day,
        "week" or "ww" or "w" => ISOWeek.GetWeekOfYear(time.DateTime),
        "weekday" or "dw" => (int)time.DayOfWeek + 1,
        "hour" or "hh" or "hh24" => time.Hour,
        "hh12" => (time.Hour + 11) % 12 + 1,
        "minute" or "mi" or "n" => time.Minute,
        "second" or "ss" or "s" => time.Second,
        "millisecond" or "ms" or "sss" => time.Millisecond,
        _ => throw Unknown(part),
    });

    public static DateTimeOffset Set(string part, int value, DateTimeOffset time)
    {
        try
        {
            return part.ToLowerInvariant() switch
            {
                "year" or "yyyy" or "yy" => time.AddYears(value - time.Year),
                "month" or "mm" or "m" when value is >= 1 and <= 12 => time.AddMonths(value - time.Month),
                "day" or "dd" or "d" when value >= 1
                    && value <= DateTime.DaysInMonth(time.Year, time.Month) => time.AddDays(value - time.Day),
                "hour" or "hh" when value is >= 0 and < 24 => time.AddHours(value - time.Hour),
                "minute" or "mi" or "n" when value is >= 0 and < 60 => time.AddMinutes(value - time.Minute),
                "second" or "ss" or "s" when value is >= 0 and < 60 => time.AddSeconds(value - time.Second),
                "month" or "mm" or "m" or "day" or "dd" or "d" or "hour" or "hh" or "minute" or "mi" or "n" or "second" or "ss" or "s" =>
                    throw new ExpressionException($"{value} is no {part} of {Values.Text(time)}."),
                _ => throw Unknown(part),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ExpressionException($"{value} is no {part}.");
        }
    }

    private static ExpressionException Unknown(string part) => new($"'{part}' is not a part of a date.");
}
