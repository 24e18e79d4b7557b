using System.Net.Sockets;
using Npgsql;

namespace Aep.Sdk.Queries;

/// <summary>Runs statements in sessions, and those that take too long in the background.</summary>
internal sealed class InteractiveQueries(QuerySessions sessions, BackgroundQueries background, TimeProvider time)
{
    /// <summary>Runs a statement; the reader gives the rows of the first command that returns columns. Null when it has run in the
    /// background, without rows.</summary>
    public async Task<QueryReader?> OpenAsync(InteractiveText text, QueryOptions options, CancellationToken cancellationToken)
    {
        if (options.MoveToBackgroundAfter is not { } patience)
            return await RunAsync(text, options, cancellationToken).ConfigureAwait(false);
        SqlCommand command = text.ForBackground();
        using var impatience = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, impatience.Token);
        try
        {
            return await RunAsync(text, options, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return await MoveAsync(command, options, cancellationToken).ConfigureAwait(false);
        }
        catch (AepQueryException ended) when (ended.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return await MoveAsync(command, options, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task<NpgsqlConnection> OpenSessionAsync(string? database, CancellationToken cancellationToken) =>
        sessions.OpenAsync(database, pooled: false, cancellationToken);

    /// <summary>Runs a statement in a session that stays open.</summary>
    public static async Task<QueryReader> RunAsync(
        NpgsqlConnection session, InteractiveText text, QueryOptions options, bool endSession, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = session.CreateCommand();
        command.CommandText = text.Sql;
        command.CommandTimeout = (int)Math.Ceiling(options.Timeout.TotalSeconds);
        try
        {
            NpgsqlDataReader rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return new QueryReader(command, rows, text, endSession ? session : null);
        }
        catch
        {
            await command.DisposeAsync().ConfigureAwait(false);
            if (endSession) await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<QueryReader> RunAsync(InteractiveText text, QueryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(text, options, text.Pooled, cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException broken) when (text is { Pooled: true, Reads: true } && IsStale(broken))
        {
            // The server had closed the session while it lay in the pool.
            return await RunInNewAsync(text, options, cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException error)
        {
            throw QueryErrors.From(error, "Query Service refused the query");
        }
    }

    private async Task<QueryReader> RunInNewAsync(InteractiveText text, QueryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(text, options, pooled: false, cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException error)
        {
            throw QueryErrors.From(error, "Query Service refused the query");
        }
    }

    private async Task<QueryReader> RunAsync(InteractiveText text, QueryOptions options, bool pooled, CancellationToken cancellationToken)
    {
        NpgsqlConnection session = await sessions.OpenAsync(options.Database, pooled, cancellationToken).ConfigureAwait(false);
        return await RunAsync(session, text, options, endSession: true, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsStale(NpgsqlException error) =>
        error is not PostgresException && error.InnerException is (IOException or SocketException);

    private async Task<QueryReader?> MoveAsync(SqlCommand command, QueryOptions options, CancellationToken cancellationToken)
    {
        if (!command.Selects)
        {
            await background.RunAsync(command.Text, options.Database, cancellationToken).ConfigureAwait(false);
            return null;
        }

        SqlName table = Sql.Table($"aep_sdk_{Guid.NewGuid():N}");
        await background.RunAsync($"CREATE TABLE {table} AS\n{command.Text}", options.Database, cancellationToken).ConfigureAwait(false);
        try
        {
            QueryReader reader = await RunAsync(new InteractiveText($"SELECT * FROM {table} LIMIT 0", options), options,
                cancellationToken).ConfigureAwait(false);
            reader.Finally(() => DropAsync(table, options));
            return reader;
        }
        catch
        {
            await DropAsync(table, options).ConfigureAwait(false);
            throw;
        }
    }

    private async Task DropAsync(SqlName table, QueryOptions options)
    {
        QueryReader dropped = await RunAsync(new InteractiveText($"DROP TABLE {table}", options), options,
            CancellationToken.None).ConfigureAwait(false);
        await using (dropped.ConfigureAwait(false)) await dropped.ReadAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
