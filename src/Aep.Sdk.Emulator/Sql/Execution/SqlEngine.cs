using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The engine behind one session: one command at a time, cancellable, its errors in the client's terms.</summary>
internal sealed class SqlEngine : IDisposable
{
    private const string Describing = "DESCRIBE ";

    // An interruption that comes before the engine has begun the command is lost: it is repeated until the command ends.
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    private readonly DuckDBConnection _connection;
    private readonly Lock _gate = new();
    private DuckDBCommand? _running;
    private Timer? _interrupting;
    private bool _canceled;
    private bool _aborted;
    private bool _expired;
    private bool _stopped;

    public SqlEngine(DuckDBConnection connection, string database)
    {
        _connection = connection;
        Execute($"CREATE TEMP MACRO current_database() AS {DuckDb.Literal(database)};");
    }

    /// <summary>The columns that a query returns, without running it.</summary>
    public IReadOnlyList<ResultColumn> Describe(string sql, SqlStatement? statement = null)
    {
        List<ResultColumn> columns = [];
        using DuckDBCommand command = Command(Describing + sql);
        using DuckDBDataReader reader = Run(statement, command, command.ExecuteReader);
        while (reader.Read())
            columns.Add(new ResultColumn(reader.GetString(0), SqlType.Parse(reader.GetString(1))));
        return columns;
    }

    /// <summary>What the engine says of a query, or null when it accepts it. The place is that in the query.</summary>
    public EngineError? Refusal(string sql)
    {
        using DuckDBCommand command = Command(Describing + sql);
        try
        {
            Run(null, command, command.ExecuteNonQuery);
            return null;
        }
        catch (DuckDBException exception)
        {
            return InQuery(EngineError.Read(exception.Message));
        }
    }

    /// <summary>An error of <see cref="Describe"/> with its place in the query: the engine counts from the word before it.</summary>
    public static EngineError InQuery(EngineError error) => error with { Offset = error.Offset - Describing.Length };

    public ResultRows Query(RowSource source, bool streaming = true)
    {
        DuckDBCommand command = Command(source.Sql);
        try
        {
            command.UseStreamingMode = streaming;
            return new ResultRows(this, command, Run(source.Statement, command, command.ExecuteReader), source);
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    /// <summary>Runs a query into a Parquet file and answers with the number of rows.</summary>
    public long CopyTo(string file, string sql, SqlStatement statement)
    {
        using DuckDBCommand command = Command($"COPY ({sql}) TO {DuckDb.Literal(file)} (FORMAT parquet)");
        return Run(statement, command, command.ExecuteNonQuery);
    }

    public object? ExecuteScalar(string sql, SqlStatement statement)
    {
        using DuckDBCommand command = Command(sql);
        return Run(statement, command, command.ExecuteScalar);
    }

    /// <summary>The plan of a query, as text or as JSON, without running it.</summary>
    public string Plan(string sql, bool json, SqlStatement statement)
    {
        using DuckDBCommand command = Command($"EXPLAIN{(json ? " (FORMAT json)" : "")} {sql}");
        using DuckDBDataReader reader = Run(statement, command, command.ExecuteReader);
        return reader.Read() ? reader.GetString(1) : "";
    }

    public void Execute(string sql)
    {
        using DuckDBCommand command = Command(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>Interrupts what runs now; called from another connection.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            _canceled = _running is not null;
            if (!_canceled)
                return;
            _running!.Cancel();
            _interrupting ??= new Timer(_ => Repeat(), null, Again, Again);
        }
    }

    /// <summary>A statement begins: the time that another one took counts no more.</summary>
    public void Begin()
    {
        lock (_gate)
            _expired = _stopped = false;
    }

    /// <summary>The time of the statement is over: interrupts it, and lets nothing of it go on.</summary>
    public void Expire()
    {
        lock (_gate)
            _expired = true;
        Cancel();
    }

    /// <summary>Interrupts what runs now, and lets nothing of the statement go on that has begun.</summary>
    public void Stop()
    {
        lock (_gate)
            _stopped = true;
        Cancel();
    }

    /// <summary>Interrupts what runs now and lets nothing else run.</summary>
    public void Abort()
    {
        lock (_gate)
            _aborted = true;
        Cancel();
    }

    /// <summary>Runs one step of a command: cancellable, its errors in the client's terms.</summary>
    public T Run<T>(SqlStatement? statement, DuckDBCommand command, Func<T> step)
    {
        lock (_gate)
            (_running, _canceled) = _aborted || _expired || _stopped ? throw DuckDbErrors.Canceled(_expired) : (command, false);
        try
        {
            return step();
        }
        catch (DuckDBException) when (_canceled)
        {
            throw DuckDbErrors.Canceled(_expired);
        }
        catch (OperationCanceledException)
        {
            throw DuckDbErrors.Canceled(_expired);
        }
        catch (DuckDBException exception) when (statement is not null)
        {
            throw DuckDbErrors.Translate(exception, statement);
        }
        finally
        {
            lock (_gate)
            {
                _running = null;
                _interrupting?.Dispose();
                _interrupting = null;
            }
        }
    }

    public void Dispose() => _connection.Dispose();

    private void Repeat()
    {
        lock (_gate)
        {
            if (_canceled)
                _running?.Cancel();
        }
    }

    private DuckDBCommand Command(string sql)
    {
        DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
