namespace Aep.Sdk.Flows;

/// <summary>A part of a dataflow's graph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record FlowPart(FlowPartKind Kind, string Id, string? Name)
{
    /// <summary>What else uses it, for people to read; empty if nothing does.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];

    /// <summary>Kind, id and name.</summary>
    public override string ToString() => Name is null ? $"{Kind} {Id}" : $"{Kind} {Id} ({Name})";
}
