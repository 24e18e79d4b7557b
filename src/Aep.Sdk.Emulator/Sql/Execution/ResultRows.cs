using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The rows of a query, read one by one from the running engine.</summary>
internal sealed class ResultRows(SqlEngine engine, DuckDBCommand command, DuckDBDataReader reader, RowSource source) : IDisposable
{
    public IReadOnlyList<ResultColumn> Columns => source.Columns;
    public bool ComplexAsJson => source.ComplexAsJson;
    public DuckDBDataReader Reader { get; } = reader;
    public long Count { get; private set; }

    public bool Read()
    {
        if (Count >= source.Limit || !engine.Run(source.Statement, command, Reader.Read))
            return false;
        Count++;
        return true;
    }

    public void Dispose()
    {
        Reader.Dispose();
        command.Dispose();
    }
}
