namespace Aep.Sdk.Emulator.Sql;

/// <summary>The arguments of an aggregate in one row.</summary>
internal readonly ref struct AggregateRow(ReadOnlySpan<AggregateColumn> columns, int row)
{
    private readonly ReadOnlySpan<AggregateColumn> _columns = columns;

    /// <summary>A BIGINT, or the microseconds of a TIMESTAMP.</summary>
    public long? Integer(int column) => _columns[column].Integer(row);

    /// <summary>A BOOLEAN; NULL is false.</summary>
    public bool Flag(int column) => _columns[column].Flag(row);

    /// <summary>A copy of a VARCHAR.</summary>
    public NativeText Text(int column) => _columns[column].Text(row);
}
