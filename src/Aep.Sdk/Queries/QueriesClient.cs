using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Queries;

/// <summary>SQL over the data lake (Query Service): interactive over the PostgreSQL protocol, or in the background.</summary>
public class QueriesClient
{
    private readonly IQueriesApi _api;
    private readonly AepOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected QueriesClient() => (_api, _options, Templates) = (null!, null!, null!);

    internal QueriesClient(AepPipeline pipeline)
    {
        _options = pipeline.Options;
        _api = pipeline.Api<IQueriesApi>(QueriesJson.Default);
        Templates = new QueryTemplatesClient(_api);
    }

    /// <summary>Saved SQL.</summary>
    public virtual QueryTemplatesClient Templates { get; }

    /// <summary>
    /// Runs SQL in a session of its own and streams the rows of the first statement that returns columns. The text may have several statements:
    /// <c>SET auto_to_json=true; SELECT …</c>.
    /// </summary>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public virtual IAsyncEnumerable<QueryRow> QueryAsync(SqlStatement sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return RowsAsync(sql.ToString(), cancellationToken);
    }

    /// <summary>Runs SQL and streams the rows as objects: constructor parameters and properties take the column of the same name.</summary>
    /// <typeparam name="T">A record or class, or a simple type for a single column.</typeparam>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    /// <exception cref="InvalidOperationException">A constructor parameter has no column.</exception>
    /// <exception cref="InvalidCastException">A value does not fit.</exception>
    public virtual IAsyncEnumerable<T> QueryAsync<[DynamicallyAccessedMembers(RowMapper<T>.Members)] T>(
        SqlStatement sql, CancellationToken cancellationToken = default)
    {
        var mapper = new RowMapper<T>();
        return QueryAsync(sql, mapper.Map, cancellationToken);
    }

    /// <summary>Runs SQL and streams the rows through a function.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="map">Makes an object of a row.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public virtual IAsyncEnumerable<T> QueryAsync<T>(SqlStatement sql, Func<QueryRow, T> map, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(map);
        return MapAsync(RowsAsync(sql.ToString(), cancellationToken), map, cancellationToken);
    }

    /// <summary>Runs SQL in a session of its own, to its end, and leaves the rows.</summary>
    /// <param name="sql">The SQL. Values of an interpolated string become literals; names come in through <see cref="Sql"/>.</param>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">Query Service refused the session or the SQL.</exception>
    public virtual async Task ExecuteAsync(SqlStatement sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        await foreach (QueryRow _ in RowsAsync(sql.ToString(), cancellationToken).ConfigureAwait(false))
        {
        }
    }

    /// <summary>Starts a query in the background (<c>POST /queries</c>), for work that takes longer than the ten minutes of a session.</summary>
    /// <param name="definition">SQL, or a template with its parameters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The query; wait for it with WaitForCompletionAsync.</returns>
    public virtual async Task<QueryOperation> StartAsync(QueryDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var body = new QueryBody
        {
            DbName = definition.DbName ?? $"{_options.SandboxName}:all",
            Sql = definition.Sql,
            TemplateId = definition.TemplateId,
            QueryParameters = definition.Parameters.Count == 0 ? null : definition.Parameters,
            Name = definition.Name,
            Description = definition.Description,
        };
        QueryRun run = (await _api.CreateQueryAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /queries");
        return GetOperation(run.Id);
    }

    /// <summary>A query that was started before, also by another process.</summary>
    /// <param name="queryId">Its id.</param>
    public virtual QueryOperation GetOperation(string queryId)
    {
        ArgumentException.ThrowIfNullOrEmpty(queryId);
        return new QueryOperation(_api, _options, queryId);
    }

    private async IAsyncEnumerable<QueryRow> RowsAsync(string sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ConnectionParametersBody body = (await _api.GetConnectionParametersAsync(cancellationToken).ConfigureAwait(false)).Required("GET /connection_parameters");
        QuerySession session = await QuerySession
            .OpenAsync(QueryEndpoint.From(body), _options.TrustedCertificateFile, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            QueryReader reader = await session.ReadAsync(sql, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.NextAsync(cancellationToken).ConfigureAwait(false) is { } row) yield return row;
            }
        }
    }

    private static async IAsyncEnumerable<T> MapAsync<T>(
        IAsyncEnumerable<QueryRow> rows, Func<QueryRow, T> map, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (QueryRow row in rows.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return map(row);
    }
}
