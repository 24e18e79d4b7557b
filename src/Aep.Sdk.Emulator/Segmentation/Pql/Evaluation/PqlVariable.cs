namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>A declared variable: where its items come from and which of them count.</summary>
internal sealed record PqlVariable(int Slot, PqlType ItemType, PqlBound From, PqlBound? Where)
{
    public IReadOnlyList<object?> Items(PqlFrame frame) => PqlValues.Items(From.Evaluate(frame));

    /// <summary>Puts an item into the variable.</summary>
    /// <returns>Whether it counts.</returns>
    public bool Take(PqlFrame frame, object? item)
    {
        frame.Slots[Slot] = item;
        return Where is not { } where || PqlValues.IsTrue(where.Evaluate(frame));
    }
}
