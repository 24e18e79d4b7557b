namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>How far a time is from another: <c>&lt;= 3 days before now</c>.</summary>
internal static class PqlDistance
{
    public static bool Holds(PqlTimeTest test, string unit, DateTimeOffset time, DateTimeOffset reference) => test.Direction switch
    {
        "before" => Holds(test, unit, time, reference, -1),
        "after" => Holds(test, unit, time, reference, 1),
        _ => Holds(test, unit, time, reference, time < reference ? -1 : 1), // from: on either side
    };

    private static bool Holds(PqlTimeTest test, string unit, DateTimeOffset time, DateTimeOffset reference, int sign)
    {
        // Equality is of whole units: three days before today is the whole day.
        if (test.Comparison is "=" or "!=")
        {
            bool same = PqlCalendar.StartOf(time, unit) == PqlCalendar.Add(PqlCalendar.StartOf(reference, unit), unit, sign * test.Amount);
            return same == (test.Comparison == "=");
        }
        if (Math.Sign((time - reference).Ticks) * sign < 0)
            return false;
        DateTimeOffset limit = PqlCalendar.Add(reference, unit, sign * test.Amount);
        int distance = Math.Sign((time - limit).Ticks) * sign;
        return test.Comparison switch { "<" => distance < 0, "<=" => distance <= 0, ">" => distance > 0, _ => distance >= 0 };
    }
}
