namespace Aep.Sdk.Flows;

/// <summary>What the deletion of a dataflow takes with it.</summary>
/// <param name="Deleted">What is deleted, in this order.</param>
/// <param name="Kept">What the dataflow used and others use, too.</param>
public sealed record FlowDeletion(IReadOnlyList<FlowPart> Deleted, IReadOnlyList<FlowPart> Kept)
{
    /// <summary>A line for each part, for people to read.</summary>
    public override string ToString() => string.Join('\n', Deleted.Select(part => $"deleted: {part}").Concat(
        Kept.Select(part => $"kept:    {part}, used by {string.Join(", ", part.UsedBy)}")));
}
