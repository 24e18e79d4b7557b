using Npgsql;

namespace Aep.Sdk.Queries;

/// <summary>Streams the rows of a statement.</summary>
internal sealed class QueryReader : IAsyncDisposable
{
    private readonly NpgsqlCommand _command;
    private readonly InteractiveText _text;
    private readonly IAsyncDisposable? _session;
    private bool _ended;
    private long _rows;
    private Func<Task>? _afterwards;

    /// <param name="command">The command, which the reader disposes.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="text">What it runs.</param>
    /// <param name="session">What ends with the reader, or null.</param>
    public QueryReader(NpgsqlCommand command, NpgsqlDataReader rows, InteractiveText text, IAsyncDisposable? session)
    {
        (_command, Rows, _text, _session) = (command, rows, text, session);
        Columns = [.. Enumerable.Range(0, rows.FieldCount).Select(i =>
            new QueryColumn(rows.GetName(i), rows.GetFieldType(i), rows.GetDataTypeName(i)))];
    }

    public NpgsqlDataReader Rows { get; }

    public IReadOnlyList<QueryColumn> Columns { get; }

    /// <summary>Goes to the next row; false after the last one. By then every command of the text has run, or its error was
    /// thrown.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await Rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                _rows++;
                return true;
            }

            while (await Rows.NextResultAsync(cancellationToken).ConfigureAwait(false))
            {
            }
        }
        catch (NpgsqlException error)
        {
            _ended = true;
            throw QueryErrors.From(error, "The query failed");
        }

        _ended = true;
        return _rows == InteractiveText.RowLimit && _text.MayBeCut ? throw QueryErrors.Cut() : false;
    }

    /// <summary>What is to be done when the rows have been read, or are not wanted any more.</summary>
    public void Finally(Func<Task> action) => _afterwards = action;

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Who stops in the middle does not want the rest: without this, it would be read and thrown away.
            if (!_ended) _command.Cancel();
            await Rows.DisposeAsync().ConfigureAwait(false);
        }
        catch (PostgresException cancelled) when (cancelled.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            // As asked for.
        }
        finally
        {
            await _command.DisposeAsync().ConfigureAwait(false);
            if (_session is not null) await _session.DisposeAsync().ConfigureAwait(false);
            if (_afterwards is not null) await _afterwards().ConfigureAwait(false);
        }
    }
}
