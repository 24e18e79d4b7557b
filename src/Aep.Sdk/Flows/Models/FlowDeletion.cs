namespace Aep.Sdk.Flows;

/// <summary>What the deletion of a dataflow takes with it.</summary>
/// <param name="Deleted">What is deleted, in this order.</param>
/// <param name="Kept">What the dataflow used and others use, too.</param>
public sealed record FlowDeletion(IReadOnlyList<FlowPart> Deleted, IReadOnlyList<FlowPart> Kept);
