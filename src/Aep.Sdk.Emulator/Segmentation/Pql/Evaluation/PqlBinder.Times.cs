namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Points in time and periods, and what is said about when something happened.</summary>
internal sealed partial class PqlBinder
{
    private static PqlBound? Word(string name) => name.ToLowerInvariant() switch
    {
        "now" => new PqlBound(PqlType.Time, frame => frame.Subject.Now),
        "today" => DayFromNow(0),
        "yesterday" => DayFromNow(-1),
        "tomorrow" => DayFromNow(1),
        _ => null,
    };

    private static PqlBound DayFromNow(int days) =>
        new(PqlType.Time, frame => DateOnly.FromDateTime(frame.Subject.Now.UtcDateTime).AddDays(days));

    private static PqlBound Period(PqlPeriod period) =>
        new(PqlType.Time, frame => PqlCalendar.Period(frame.Subject.Now, period.Which.ToLowerInvariant(), period.Unit).Start);

    private PqlBound Occurs(PqlOccurs node)
    {
        PqlBound time = Bind(node.Timestamp);
        if (!PqlTypes.Fits(time.Type, PqlKind.Time))
            throw Mismatch($"occurs needs a time, but this is {time.Type.Describe()}", node.Timestamp);
        Func<PqlFrame, DateTimeOffset, bool> test = TimeTest(node.Test);
        return new PqlBound(PqlType.Boolean, frame =>
            PqlValues.Box(PqlValues.Instant(time.Evaluate(frame)) is { } instant && test(frame, instant)));
    }

    private Func<PqlFrame, DateTimeOffset, bool> TimeTest(PqlTimeTest test)
    {
        Func<PqlFrame, PqlInterval?> start = Interval(test.Time);
        if (test.End is { } last)
        {
            Func<PqlFrame, PqlInterval?> end = Interval(last);
            return (frame, time) => start(frame) is { } from && end(frame) is { } to
                && time >= from.Start && (to.IsInstant ? time <= to.Start : time < to.End);
        }
        return test.Unit is { } unit
            ? (frame, time) => start(frame) is { } reference && PqlDistance.Holds(test, unit, time, reference.Start)
            : (frame, time) => start(frame) is { } reference && test.Direction switch
            {
                "before" => time < reference.Start,
                "after" => reference.IsBefore(time),
                "from" => time >= reference.Start,
                _ => reference.Contains(time),
            };
    }

    // A date or a calendar period is a stretch of time; all else is a point.
    private Func<PqlFrame, PqlInterval?> Interval(PqlNode node)
    {
        if (node is PqlPeriod period)
            return frame => PqlCalendar.Period(frame.Subject.Now, period.Which.ToLowerInvariant(), period.Unit);
        PqlBound time = Bind(node);
        if (!PqlTypes.Fits(time.Type, PqlKind.Time))
            throw Mismatch($"A time is needed, but this is {time.Type.Describe()}", node);
        return frame => time.Evaluate(frame) switch
        {
            DateOnly day => PqlInterval.Day(PqlValues.Instant(day)!.Value),
            { } value when PqlValues.Instant(value) is { } instant => new PqlInterval(instant, instant),
            _ => null,
        };
    }
}
