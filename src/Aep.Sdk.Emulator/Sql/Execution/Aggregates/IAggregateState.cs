namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// What an aggregate of Query Service's own keeps of a run of rows. Two runs that follow each other can be joined, so the engine answers
/// for each row of a window by joining runs that it computed once: the work for a partition of n rows is of the order n log n. The default
/// value is the run without rows.
/// </summary>
internal interface IAggregateState<TState> where TState : unmanaged, IAggregateState<TState>
{
    /// <summary>The run of one row.</summary>
    static abstract TState Of(AggregateRow row);

    /// <summary>Appends the rows that come next; they stay the other state's, too.</summary>
    void Append(in TState next);

    /// <summary>Writes the result.</summary>
    void Write(AggregateResult result);

    /// <summary>Gives back what the state holds outside of itself.</summary>
    void Release();
}
