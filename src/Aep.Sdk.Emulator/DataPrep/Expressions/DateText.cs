using System.Globalization;
using System.Text;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Dates as text, by the patterns of Java's DateTimeFormatter as far as they occur in dates of a row.</summary>
internal static class DateText
{
    public static DateTimeOffset Required(object? value) => value switch
    {
        DateTimeOffset time => time,
        string text when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => time,
        _ => throw new ExpressionException($"'{Values.Text(value)}' is not a date."),
    };

    public static bool TryParse(string text, string pattern, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Translate(pattern), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    public static DateTimeOffset Parse(string text, string pattern) =>
        TryParse(text, pattern, out DateTimeOffset time)
            ? time
            : throw new ExpressionException($"'{text}' is not a date of the format '{pattern}'.");

    public static string Format(DateTimeOffset time, string pattern)
    {
        string format = Translate(pattern);
        // X of Java writes Z for no offset, which .NET has only for UTC times.
        if (time.Offset == TimeSpan.Zero && pattern.EndsWith('X'))
            return time.ToString(Translate(pattern.TrimEnd('X')) + "'Z'", CultureInfo.InvariantCulture);
        return time.ToString(format.Length == 1 ? "%" + format : format, CultureInfo.InvariantCulture);
    }

    private static string Translate(string pattern)
    {
        var format = new StringBuilder();
        for (int i = 0; i < pattern.Length;)
        {
            int end = pattern[i] == '\'' ? pattern.IndexOf('\'', i + 1) + 1 : i + 1;
            if (end == 0)
                throw new ExpressionException($"The quote in the format '{pattern}' is not closed.");
            while (pattern[i] != '\'' && end < pattern.Length && pattern[end] == pattern[i])
                end++;
            format.Append(Part(pattern[i..end], pattern));
            i = end;
        }
        return format.ToString();
    }

    private static string Part(string part, string pattern) => part[0] switch
    {
        'y' or 'u' => part.Length == 2 ? "yy" : "yyyy",
        'M' or 'd' or 'H' or 'h' or 'm' or 's' => part,
        'S' => new string('f', Math.Min(7, part.Length)),
        'a' => "tt",
        'E' => part.Length > 3 ? "dddd" : "ddd",
        'X' or 'Z' or 'x' => "zzz",
        '\'' => part,
        _ when char.IsAsciiLetter(part[0]) => throw new ExpressionException(
            $"The letter {part[0]} in the format '{pattern}' is not supported."),
        _ => $"'{part}'",
    };
}
