namespace Aep.Sdk.Segmentation;

/// <summary>
/// What follows <c>occurs</c>: <c>last week</c>, <c>before today</c>, <c>&lt;= 3 days before now</c>, <c>between A and B</c>.
/// </summary>
internal sealed class PqlTimeParser(PqlCursor cursor, Func<PqlNode> operand)
{
    private static readonly HashSet<string> Units =
    [
        "millisecond", "milliseconds", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
            "months",
        "year", "years", "decade", "decades", "century", "centuries", "millennium", "millennia",
    ];

    private static readonly HashSet<string> Moments = ["now", "today", "yesterday", "tomorrow"];

    public static bool IsComparison(PqlToken token) =>
        token is { Kind: PqlTokenKind.Symbol, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" };

    public List<PqlNode> Occurs()
    {
        var parts = new List<PqlNode>();
        if (IsComparison(cursor.Current)) Distance(parts);
        else if (Word(parts, "between")) Interval(parts);
        else
        {
            Word(parts, "before", "after", "from", "on");
            Time(parts);
        }

        return parts;
    }

    private void Interval(List<PqlNode> parts)
    {
        Time(parts);
        cursor.Expect("and", "Write occurs between TIME and TIME.");
        parts.Add(new PqlWord("and"));
        Time(parts);
    }

    private void Distance(List<PqlNode> parts)
    {
        parts.Add(new PqlWord(cursor.Advance().Text));
        if (cursor.Current.Kind != PqlTokenKind.Number)
            throw cursor.Wrong($"A number is expected, not {cursor.Current}.", "Write, for example, occurs <= 3 days before now.");
        parts.Add(new PqlWord(cursor.Advance().Text));
        Unit(parts);
        if (!Word(parts, "before", "after", "from"))
            throw cursor.Wrong(
                $"before, after or from is expected, not {cursor.Current}.", "Write, for example, occurs <= 3 days before now.");
        Time(parts);
    }

    private void Time(List<PqlNode> parts)
    {
        if (Word(parts, "this", "last", "next"))
        {
            if (cursor.Current.Kind == PqlTokenKind.Number) parts.Add(new PqlWord(cursor.Advance().Text));
            Unit(parts);
        }
        else if (Moments.Contains(cursor.Current.Text) && !cursor.Ahead(1).Is(".") && !cursor.Ahead(1).Is("("))
        {
            parts.Add(new PqlWord(cursor.Advance().Text));
        }
        else
        {
            parts.Add(operand());
        }
    }

    private void Unit(List<PqlNode> parts)
    {
        if (!Units.Contains(cursor.Current.Text))
            throw cursor.Wrong(
                $"A unit of time is expected, not {cursor.Current}.", "Write second, minute, hour, day, week, month or year.");
        parts.Add(new PqlWord(cursor.Advance().Text));
    }

    private bool Word(List<PqlNode> parts, params ReadOnlySpan<string> words)
    {
        string word = cursor.Current.Text;
        if (!cursor.Accept(words)) return false;
        parts.Add(new PqlWord(word));
        return true;
    }
}
