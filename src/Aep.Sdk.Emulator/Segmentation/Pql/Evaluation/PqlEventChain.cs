namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Looks for events that come one after the other and satisfy the steps in their order.</summary>
internal sealed class PqlEventChain(string timeField, IReadOnlyList<PqlBoundStep> steps, IReadOnlySet<int> usedSlots)
{
    // A search over all choices could go on for ever with many events that all fit.
    private const int MaxTries = 1_000_000;

    // Where no later step asks which event it was, the first that fits leaves the others the most room.
    private readonly bool[] _firstIsBest =
        [.. steps.Select((step, index) => !usedSlots.Contains(step.Slot) && steps.Skip(index + 1).All(later => later.IsMinimum))];

    public bool Matches(PqlFrame frame, IReadOnlyList<object?> items)
    {
        var events = new List<(DateTimeOffset Time, object? Item)>(items.Count);
        foreach (object? item in items)
        {
            if (PqlValues.Instant(PqlValues.Member(item, timeField)) is { } time)
                events.Add((time, item));
        }
        if (!IsSorted(events))
            events = [.. events.OrderBy(item => item.Time)];
        int tries = 0;
        return Search(frame, events, 0, 0, ref tries);
    }

    private bool Search(PqlFrame frame, List<(DateTimeOffset Time, object? Item)> events, int step, int start, ref int tries)
    {
        if (step == steps.Count)
            return true;
        PqlBoundStep current = steps[step];
        return current.IsMinimum
            ? SearchMinimum(frame, events, step, start, ref tries)
            : SearchExact(frame, events, step, start, ref tries);
    }

    // Any event with enough before it may be the one from which the next step counts.
    private bool SearchMinimum(PqlFrame frame, List<(DateTimeOffset Time, object? Item)> events, int step, int start, ref int tries)
    {
        PqlBoundStep current = steps[step];
        int found = 0;
        for (int i = start; i < events.Count; i++)
        {
            if (++tries > MaxTries)
                throw new InvalidOperationException($"The chain has too many combinations of events: more than {MaxTries}.");
            if (!current.Accepts(frame, events[i].Item, events[i].Time))
                continue;
            found++;
            if (!current.AcceptsCount(found))
                continue;
            if (Search(frame, events, step + 1, i + 1, ref tries))
                return true;
            if (_firstIsBest[step])
                return false;
        }
        return current.AcceptsCount(0) && Search(frame, events, step + 1, start, ref tries);
    }

    // "Exactly twice" counts all that fit.
    private bool SearchExact(PqlFrame frame, List<(DateTimeOffset Time, object? Item)> events, int step, int start, ref int tries)
    {
        PqlBoundStep current = steps[step];
        int found = 0, last = start - 1;
        for (int i = start; i < events.Count; i++)
        {
            if (current.Accepts(frame, events[i].Item, events[i].Time))
                (found, last) = (found + 1, i);
        }
        if (!current.AcceptsCount(found))
            return false;
        frame.Slots[current.Slot] = last >= start ? events[last].Item : null;
        return Search(frame, events, step + 1, last + 1, ref tries);
    }

    private static bool IsSorted(List<(DateTimeOffset Time, object? Item)> events)
    {
        for (int i = 1; i < events.Count; i++)
        {
            if (events[i - 1].Time > events[i].Time)
                return false;
        }
        return true;
    }
}
