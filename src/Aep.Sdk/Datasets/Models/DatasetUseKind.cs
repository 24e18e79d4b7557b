namespace Aep.Sdk.Datasets;

/// <summary>How something depends on a dataset.</summary>
public enum DatasetUseKind
{
    /// <summary>Its rows are in Real-Time Customer Profile.</summary>
    Profile,

    /// <summary>A dataflow reads or writes it.</summary>
    Dataflow,

    /// <summary>A source or target connection names it; no dataflow uses the connection.</summary>
    Connection,

    /// <summary>A query that runs by schedule reads or writes its table.</summary>
    ScheduledQuery,
}
