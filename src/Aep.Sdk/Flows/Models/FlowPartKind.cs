namespace Aep.Sdk.Flows;

/// <summary>Kinds of parts of a dataflow's graph.</summary>
public enum FlowPartKind
{
    /// <summary>The dataflow.</summary>
    Flow,

    /// <summary>A source connection.</summary>
    SourceConnection,

    /// <summary>A target connection.</summary>
    TargetConnection,

    /// <summary>A base connection.</summary>
    Connection,
}
