using System.Collections;
using System.Globalization;
using System.Text;

namespace Aep.Sdk.Queries;

/// <summary>
/// Values as SQL literals that mean the same whether the engine reads a backslash in a string as itself (standard SQL) or as an escape
/// (Spark SQL), and that cannot end a quoted string, a comment or a <c>$$</c> block around them.
/// </summary>
internal static class SqlLiteral
{
    public static string Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.AsSpan().ContainsAny("\\$\0") && !value.Any(char.IsSurrogate)) return Quoted(value);

        var parts = new List<string>();
        var run = new StringBuilder();
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c == '\0') throw new ArgumentException("SQL text cannot hold the character U+0000.", nameof(value));
            if (char.IsSurrogate(c)) i = AppendPair(value, i, run);
            else if (c is '\\' or '$') Break(parts, run, c);
            else run.Append(c);
        }

        if (run.Length > 0) parts.Add(Quoted(run.ToString()));
        return parts.Count == 1 ? parts[0] : $"concat({string.Join(", ", parts)})";
    }

    /// <exception cref="ArgumentException">There is no literal of the value's type.</exception>
    public static string OfAny(object? value) => value switch
    {
        null => "NULL",
        string text => Of(text),
        bool flag => Of(flag),
        byte or sbyte or short or ushort or int or uint or long => Of(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        float or double => Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        decimal number => Of(number),
        DateTimeOffset time => Of(time),
        DateTime time => Of(time),
        DateOnly date => Of(date),
        Guid id => Of(id.ToString()),
        IEnumerable items and not byte[] => $"array({string.Join(", ", items.Cast<object?>().Select(OfAny))})",
        SqlName or SqlStatement =>
            throw new ArgumentException("Names and pieces of SQL are put together by SqlStatement.Join.", nameof(value)),
        _ => throw new ArgumentException($"There is no SQL literal of {value.GetType().Name}.", nameof(value)),
    };

    public static string Of(long value) => Signed(value.ToString(CultureInfo.InvariantCulture));

    public static string Of(decimal value) => Signed(value.ToString(CultureInfo.InvariantCulture));

    public static string Of(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && !text.Contains('E', StringComparison.Ordinal) ? Signed(text) : $"CAST('{text}' AS DOUBLE)";
    }

    public static string Of(bool value) => value ? "TRUE" : "FALSE";

    public static string Of(DateTimeOffset value) =>
        $"TIMESTAMP '{value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'";

    public static string Of(DateTime value) => value.Kind == DateTimeKind.Unspecified
        ? throw new ArgumentException(
            "A DateTime in SQL must say whether it is UTC or local time: set its Kind, or use DateTimeOffset.", nameof(value))
        : Of(new DateTimeOffset(value));

    public static string Of(DateOnly value) => $"DATE '{value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";

    private static string Quoted(string text) => string.Concat("'", text.Replace("'", "''", StringComparison.Ordinal), "'");

    // "x -{value}" with -1 would otherwise read as the comment "--1".
    private static string Signed(string number) => number[0] == '-' ? $"({number})" : number;

    private static void Break(List<string> parts, StringBuilder run, char special)
    {
        if (run.Length > 0) parts.Add(Quoted(run.ToString()));
        run.Clear();
        parts.Add($"chr({(int)special})");
    }

    private static int AppendPair(string value, int index, StringBuilder run)
    {
        if (!char.IsHighSurrogate(value[index]) || index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1]))
            throw new ArgumentException("The text is not valid Unicode: it has half of a surrogate pair.", nameof(value));
        run.Append(value[index]).Append(value[index + 1]);
        return index + 1;
    }
}
