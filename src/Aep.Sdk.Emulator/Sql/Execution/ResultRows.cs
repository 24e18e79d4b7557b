using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The rows of a query, read one by one from the running engine.</summary>
internal sealed class ResultRows(SqlEngine engine, DuckDBCommand command, DuckDBDataReader reader, RowSource source) : IDisposable
{
    private ResultRows? _whole;
    private IDisposable? _reading;

    public IReadOnlyList<ResultColumn> Columns => source.Columns;
    public bool ComplexAsJson => source.ComplexAsJson;
    public DuckDBDataReader Reader { get; } = reader;
    public long Count { get; private set; }

    public bool Read()
    {
        if (Count >= source.Limit || !engine.Run(source.Statement, command, Reader.Read))
            return false;
        Count++;
        if (_whole is not null)
            _whole.Count++;
        return true;
    }

    /// <summary>The rows that come next, at most so many; the rows after them can still be read.</summary>
    public ResultRows Next(long most) =>
        new(engine, command, Reader, source with { Limit = Math.Min(most, source.Limit - Count) }) { _whole = this };

    /// <summary>Keeps what the rows are read from until they are disposed.</summary>
    public ResultRows Holding(IDisposable reading)
    {
        _reading = reading;
        return this;
    }

    public void Dispose()
    {
        if (_whole is not null)
            return;
        Reader.Dispose();
        command.Dispose();
        _reading?.Dispose();
    }
}
