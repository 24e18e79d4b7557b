using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Aep.Sdk.Queries;

/// <content>Statements over the PostgreSQL protocol.</content>
public partial class QueriesClient
{
    /// <summary>
    /// Runs SQL and streams the rows of the first command that returns columns. The text may have several commands, which share a session:
    /// <c>SET auto_to_json=true; SELECT …</c>.
    /// </summary>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL, or its row limit may have cut the
    /// result.</exception>
    public virtual IAsyncEnumerable<QueryRow> QueryAsync(SqlStatement sql, CancellationToken cancellationToken = default) =>
        QueryAsync(sql, QueryOptions.Default, cancellationToken);

    /// <summary>Runs SQL and streams the rows of the first command that returns columns.</summary>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="options">Database, limits, time.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL, or its row limit may have cut the
    /// result.</exception>
    public virtual IAsyncEnumerable<QueryRow> QueryAsync(SqlStatement sql, QueryOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(options);
        return RowStream.ReadAsync(Open(new InteractiveText(sql, options), options), RowStream.Rows, cancellationToken);
    }

    /// <summary>
    /// Runs SQL and streams the rows as objects: constructor parameters and properties take the column of the same name. Times become
    /// UTC, numbers that
    /// would lose digits are refused, nested fields become records or JsonObject.
    /// </summary>
    /// <typeparam name="T">A record or class, or a simple type for a single column.</typeparam>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL, or its row limit may have cut the
    /// result.</exception>
    /// <exception cref="InvalidOperationException">A constructor parameter or required property has no column.</exception>
    /// <exception cref="InvalidCastException">A value does not fit.</exception>
    public virtual IAsyncEnumerable<T> QueryAsync<[DynamicallyAccessedMembers(RowShape.Members)] T>(
        SqlStatement sql, CancellationToken cancellationToken = default) => QueryAsync<T>(sql, QueryOptions.Default, cancellationToken);

    /// <summary>Runs SQL and streams the rows as objects: constructor parameters and properties take the column of the same name.</summary>
    /// <typeparam name="T">A record or class, or a simple type for a single column.</typeparam>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="options">Database, limits, time.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL, or its row limit may have cut the
    /// result.</exception>
    /// <exception cref="InvalidOperationException">A constructor parameter or required property has no column.</exception>
    /// <exception cref="InvalidCastException">A value does not fit.</exception>
    public virtual IAsyncEnumerable<T> QueryAsync<[DynamicallyAccessedMembers(RowShape.Members)] T>(
        SqlStatement sql, QueryOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(options);
        var text = new InteractiveText(sql, options, RowMap<T>.IsNested);
        return RowStream.ReadAsync(Open(text, options), columns =>
            RowMap<T>.For(columns, NestedJson.Options(options.Json)), cancellationToken);
    }

    /// <summary>Runs SQL and streams the rows through a function.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="map">Makes an object of a row.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL, or its row limit may have cut the
    /// result.</exception>
    public virtual IAsyncEnumerable<T> QueryAsync<T>(SqlStatement sql, Func<QueryRow, T> map,
        CancellationToken cancellationToken = default) =>
        QueryAsync(sql, map, QueryOptions.Default, cancellationToken);

    /// <summary>Runs SQL and streams the rows through a function.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="map">Makes an object of a row.</param>
    /// <param name="options">Database, limits, time.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL, or its row limit may have cut the
    /// result.</exception>
    public virtual IAsyncEnumerable<T> QueryAsync<T>(
        SqlStatement sql, Func<QueryRow, T> map, QueryOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(options);
        return RowStream.ReadAsync(Open(new InteractiveText(sql, options), options), columns =>
            RowStream.Through(RowStream.Rows(columns), map), cancellationToken);
    }

    /// <summary>Runs SQL to its end and leaves the rows.</summary>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public virtual Task ExecuteAsync(SqlStatement sql, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sql, QueryOptions.Default, cancellationToken);

    /// <summary>Runs SQL to its end and leaves the rows.</summary>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="options">Database, limits, time.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public virtual async Task ExecuteAsync(SqlStatement sql, QueryOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(options);
        await RowStream.SkipAsync(Open(new InteractiveText(sql, options with { AcceptCutResult = true }), options),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs SQL and gives the columns before the first row: for writers of files. All rows come, whatever Query Service's
    /// limit.</summary>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="options">Database, limits, time.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public virtual async Task<QueryResult> OpenAsync(SqlStatement sql, QueryOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        options ??= QueryOptions.Everything;
        QueryReader? reader = await _interactive.OpenAsync(new InteractiveText(sql, options), options,
            cancellationToken).ConfigureAwait(false);
        return new QueryResult(reader ?? throw new ArgumentException("The statement returns no rows."));
    }

    /// <summary>A session of one's own, in which settings and prepared statements stay until it is disposed.</summary>
    /// <param name="options">Database, limits, time.</param>
    /// <param name="cancellationToken">Cancels the login.</param>
    /// <exception cref="AepQueryException">Query Service refused the session.</exception>
    public virtual async Task<QuerySession> OpenSessionAsync(QueryOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= QueryOptions.Default;
        return new QuerySession(await _interactive.OpenSessionAsync(options.Database, cancellationToken).ConfigureAwait(false), options);
    }

    private Func<CancellationToken, Task<QueryReader?>> Open(InteractiveText text, QueryOptions options) =>
        cancellationToken => _interactive.OpenAsync(text, options, cancellationToken);
}
