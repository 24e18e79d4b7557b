namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>A step of a chain that is ready to be asked about an event.</summary>
internal sealed record PqlBoundStep(
    int Slot, int ContextSlot, PqlBound? What, IReadOnlyList<Func<PqlFrame, DateTimeOffset, bool>> When, string? Comparison, int Count)
{
    public bool Accepts(PqlFrame frame, object? item, DateTimeOffset time)
    {
        frame.Slots[Slot] = item;
        frame.Slots[ContextSlot] = item;
        return (What is not { } what || PqlValues.IsTrue(what.Evaluate(frame))) && When.All(test => test(frame, time));
    }

    /// <summary>Whether this many events are enough, and none too many.</summary>
    public bool AcceptsCount(int found) => Comparison switch
    {
        "=" => found == Count,
        "!=" or "<>" => found != Count,
        "<" => found < Count,
        "<=" => found <= Count,
        ">" => found > Count,
        _ => found >= Count,
    };

    /// <summary>Whether more events can never hurt: then the first that are enough will do.</summary>
    public bool IsMinimum => Comparison is null or ">=" or ">";
}
