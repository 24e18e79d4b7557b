namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>From <see cref="Start"/> up to and without <see cref="End"/>; a point in time where both are the same.</summary>
internal readonly record struct PqlInterval(DateTimeOffset Start, DateTimeOffset End)
{
    public bool IsInstant => Start == End;

    public static PqlInterval Day(DateTimeOffset start) => new(start, start.AddDays(1));

    public bool Contains(DateTimeOffset time) => IsInstant ? time == Start : time >= Start && time < End;

    public bool IsBefore(DateTimeOffset time) => IsInstant ? time > Start : time >= End;
}
