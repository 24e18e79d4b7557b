namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>One evaluation: whom it is about and the values of the variables.</summary>
internal sealed class PqlFrame(PqlSubject subject, int slots)
{
    public PqlSubject Subject => subject;

    public object?[] Slots { get; } = new object?[slots];
}
