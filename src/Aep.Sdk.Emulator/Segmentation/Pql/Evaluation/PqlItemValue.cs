namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>An expression about one item of a list, and the slot that the item is put into.</summary>
internal sealed record PqlItemValue(int Slot, PqlBound Value)
{
    public object? Of(PqlFrame frame, object? item)
    {
        frame.Slots[Slot] = item;
        return Value.Evaluate(frame);
    }
}
