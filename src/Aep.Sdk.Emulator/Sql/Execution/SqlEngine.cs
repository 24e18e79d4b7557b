using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>DuckDB behind one session: set up for Query Service's semantics and shut off from every file but the lake's.</summary>
internal sealed class SqlEngine : IDisposable
{
    // Spark: division by zero is NULL, NULL comes first when sorted upwards.
    private const string Setup = $"""
        SET ieee_floating_point_ops = false;
        SET default_null_order = 'nulls_first_on_asc_last_on_desc';
        CREATE TEMP MACRO version() AS 'Query Service {ServerParameters.Version} (local platform)';
        """;

    private static readonly string Macros = EmbeddedText("spark.sql") + EmbeddedText("adobe.sql");

    private readonly DuckDBConnection _connection = DuckDb.Open();
    private readonly Lock _gate = new();
    private DuckDBCommand? _running;
    private bool _canceled;
    private bool _aborted;

    public SqlEngine(string folder, string database)
    {
        Execute(Setup + Macros + $"CREATE TEMP MACRO current_database() AS {DuckDb.Literal(database)};");
        Execute($"SET allowed_directories = [{DuckDb.Literal(folder)}]; SET enable_external_access = false;");
    }

    /// <summary>The columns that a query returns, without running it.</summary>
    public IReadOnlyList<ResultColumn> Describe(string sql, SqlStatement? statement = null)
    {
        List<ResultColumn> columns = [];
        using DuckDBCommand command = Command("DESCRIBE " + sql);
        using DuckDBDataReader reader = Run(statement, command, command.ExecuteReader);
        while (reader.Read())
            columns.Add(new ResultColumn(reader.GetString(0), SqlType.Parse(reader.GetString(1))));
        return columns;
    }

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
            _running?.Cancel();
        }
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
            (_running, _canceled) = _aborted ? throw DuckDbErrors.Canceled() : (command, false);
        try
        {
            return step();
        }
        catch (DuckDBException) when (_canceled)
        {
            throw DuckDbErrors.Canceled();
        }
        catch (OperationCanceledException)
        {
            throw DuckDbErrors.Canceled();
        }
        catch (DuckDBException exception) when (statement is not null)
        {
            throw DuckDbErrors.Translate(exception, statement);
        }
        finally
        {
            lock (_gate)
                _running = null;
        }
    }

    public void Dispose() => _connection.Dispose();

    private static string EmbeddedText(string name)
    {
        using Stream stream = typeof(SqlEngine).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private DuckDBCommand Command(string sql)
    {
        DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
