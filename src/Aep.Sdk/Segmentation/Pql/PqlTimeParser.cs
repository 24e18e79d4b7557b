namespace Aep.Sdk.Segmentation;

/// <summary>What follows <c>occurs</c>: <c>last week</c>, <c>before today</c>, <c>&lt;= 3 days before now</c>, <c>between A and B</c>.</summary>
internal sealed class PqlTimeParser(PqlCursor cursor, Action operand)
{
    private static readonly HashSet<string> Units =
    [
        "millisecond", "milliseconds", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
        "year", "years", "decade", "decades", "century", "centuries", "millennium", "millennia",
    ];

    public static bool IsComparison(PqlToken token) => token is { Kind: PqlTokenKind.Symbol, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" };

    public void Occurs()
    {
        if (IsComparison(cursor.Current)) Distance();
        else if (cursor.Accept("between")) Interval();
        else if (cursor.Accept("before", "after", "from", "on")) Time();
        else Time();
    }

    private void Interval()
    {
        Time();
        cursor.Expect("and", "Write occurs between TIME and TIME.");
        Time();
    }

    private void Distance()
    {
        cursor.Advance();
        if (cursor.Current.Kind != PqlTokenKind.Number)
            throw cursor.Wrong($"A number is expected, not {cursor.Current}.", "Write, for example, occurs <= 3 days before now.");
        cursor.Advance();
        Unit();
        if (!cursor.Accept("before", "after", "from"))
            throw cursor.Wrong($"before, after or from is expected, not {cursor.Current}.", "Write, for example, occurs <= 3 days before now.");
        Time();
    }

    private void Time()
    {
        if (cursor.Accept("this", "last", "next"))
        {
            if (cursor.Current.Kind == PqlTokenKind.Number) cursor.Advance();
            Unit();
        }
        else
        {
            operand();
        }
    }

    private void Unit()
    {
        if (!Units.Contains(cursor.Current.Text))
            throw cursor.Wrong($"A unit of time is expected, not {cursor.Current}.", "Write second, minute, hour, day, week, month or year.");
        cursor.Advance();
    }
}
