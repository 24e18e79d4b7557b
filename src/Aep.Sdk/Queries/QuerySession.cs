using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Aep.Sdk.Queries;

/// <summary>
/// A PostgreSQL session of one's own, in which settings and prepared statements stay. For one statement at a time: read a result to its
/// end, or leave
/// its loop, before the next.
/// </summary>
public class QuerySession : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly QueryOptions _options;

    internal QuerySession(NpgsqlConnection connection, QueryOptions options) => (_connection, _options) = (connection, options);

    /// <summary>For substitutes in tests.</summary>
    protected QuerySession() => (_connection, _options) = (null!, QueryOptions.Default);

    /// <summary>Runs SQL and streams the rows of the first command that returns columns.</summary>
    /// <param name="sql">The SQL.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the SQL.</exception>
    public virtual IAsyncEnumerable<QueryRow> QueryAsync(SqlStatement sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return RowStream.ReadAsync(Open(sql), RowStream.Rows, cancellationToken);
    }

    /// <summary>Runs SQL and streams the rows as objects. Nested fields need <c>SET auto_to_json=true</c> before.</summary>
    /// <typeparam name="T">A record or class, or a simple type for a single column.</typeparam>
    /// <param name="sql">The SQL.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the SQL.</exception>
    public virtual IAsyncEnumerable<T> QueryAsync<[DynamicallyAccessedMembers(RowShape.Members)] T>(SqlStatement sql,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return RowStream.ReadAsync(Open(sql), columns => RowMap<T>.For(columns, NestedJson.Options(_options.Json)), cancellationToken);
    }

    /// <summary>Runs SQL to its end and leaves the rows.</summary>
    /// <param name="sql">The SQL.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the SQL.</exception>
    public virtual Task ExecuteAsync(SqlStatement sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return RowStream.SkipAsync(Open(sql), cancellationToken);
    }

    /// <summary>Prepares a statement: <c>PREPARE {name} AS …</c>. It stays until the session ends.</summary>
    /// <param name="name">A name for it.</param>
    /// <param name="sql">The SQL, with <c>$1</c>, <c>$2</c> for the values.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepQueryException">Query Service refused the SQL.</exception>
    public virtual async Task<PreparedQuery> PrepareAsync(string name, SqlStatement sql, CancellationToken cancellationToken = default)
    {
        SqlName checkedName = Sql.Column(name);
        await ExecuteAsync($"PREPARE {checkedName} AS {sql}", cancellationToken).ConfigureAwait(false);
        return new PreparedQuery(this, checkedName);
    }

    /// <summary>Ends the session.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    private Func<CancellationToken, Task<QueryReader?>> Open(SqlStatement sql) => async cancellationToken =>
    {
        try
        {
            return await InteractiveQueries
                .RunAsync(_connection, new InteractiveText(sql, _options), _options, endSession: false,
                    cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException error)
        {
            throw QueryErrors.From(error, "Query Service refused the query");
        }
    };
}
