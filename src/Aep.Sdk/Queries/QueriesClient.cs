using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Queries;

/// <summary>SQL over the data lake (Query Service): interactive over the PostgreSQL protocol, or in the background.</summary>
public partial class QueriesClient
{
    private readonly IQueriesApi _api;
    private readonly InteractiveQueries _interactive;
    private readonly BackgroundQueries _background;

    /// <summary>For substitutes in tests.</summary>
    protected QueriesClient() => (_api, _interactive, _background, Templates, Schedules, Alerts, IpAccess, Snapshots) =
        (null!, null!, null!, null!, null!, null!, null!, null!);

    internal QueriesClient(AepPipeline pipeline)
    {
        _api = pipeline.Api(QueriesJson.Default, RefitStubs.QueriesApi);
        _background = new BackgroundQueries(_api, pipeline.Options);
        _interactive = new InteractiveQueries(
            pipeline.Own(new QuerySessions(_api, pipeline.Tokens, pipeline.Options)), _background, pipeline.Time);
        Templates = new QueryTemplatesClient(pipeline.Api(QueriesJson.Default, RefitStubs.QueryTemplatesApi));
        Schedules = new QuerySchedulesClient(pipeline.Api(QueriesJson.Default, RefitStubs.QuerySchedulesApi), pipeline.Options);
        Alerts = new QueryAlertsClient(pipeline.Api(QueriesJson.Default, RefitStubs.QueryAlertsApi));
        IpAccess = new QueryIpAccessClient(pipeline.Api(QueriesJson.Default, RefitStubs.QueryIpAccessApi));
        Snapshots = new SnapshotsClient(this);
    }

    /// <summary>Saved SQL.</summary>
    public virtual QueryTemplatesClient Templates { get; }

    /// <summary>Queries that run again and again.</summary>
    public virtual QuerySchedulesClient Schedules { get; }

    /// <summary>Who is told when a query starts, ends or fails.</summary>
    public virtual QueryAlertsClient Alerts { get; }

    /// <summary>From which addresses interactive clients may connect.</summary>
    public virtual QueryIpAccessClient IpAccess { get; }

    /// <summary>The states that a table has had, and work on what is new.</summary>
    public virtual SnapshotsClient Snapshots { get; }

    /// <summary>Queries, those of interactive clients too, page by page. <c>GET /queries</c>.</summary>
    /// <param name="selection">Order and conditions on <c>created</c>, <c>updated</c>, <c>state</c>, <c>id</c> and others.</param>
    public virtual AepPageable<QueryRun> ListAsync(QuerySelection? selection = null) => QueryPaging.ByTime<QueryPage, QueryRun>(
        selection, "GET /queries",
        (order, size, start, cancellationToken) => _api.ListQueriesAsync(
            order, size, start, selection?.Property, selection is { IncludeDeleted: true }
                ? false : null, selection is { IncludeHidden: true } ? false : null, cancellationToken),
        page => page.Queries, page => page.Links);

    /// <summary>A query by id. <c>GET /queries/{id}</c>.</summary>
    /// <param name="queryId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<QueryRun> GetAsync(string queryId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queryId);
        return (await _api.GetQueryAsync(queryId, cancellationToken).ConfigureAwait(false)).Required("GET /queries/{id}");
    }

    /// <summary>Takes a query out of the listing; AEP keeps it (soft delete). <c>PATCH /queries/{id}</c>.</summary>
    /// <param name="queryId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string queryId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queryId);
        return _api.UpdateQueryAsync(queryId, new QueryPatchBody("soft_delete"), cancellationToken);
    }

    /// <summary>Starts a query in the background, for work that takes longer than the ten minutes of a session. <c>POST
    /// /queries</c>.</summary>
    /// <param name="definition">SQL, or a template with its parameters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The query; wait for it with WaitForCompletionAsync.</returns>
    public virtual Task<QueryOperation> StartAsync(QueryDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _background.StartAsync(definition, cancellationToken);
    }

    /// <summary>A query that was started before, also by another process.</summary>
    /// <param name="queryId">Its id.</param>
    public virtual QueryOperation GetOperation(string queryId)
    {
        ArgumentException.ThrowIfNullOrEmpty(queryId);
        return _background.Operation(queryId);
    }

    /// <summary>Runs a query on the accelerated store and gives its rows (Data Distiller). <c>POST /accelerated-queries</c>.</summary>
    /// <param name="definition">SQL, or a template; <see cref="QueryDefinition.DbName"/> is <c>{sandbox}:{database}:{schema}</c> of the
    /// accelerated store.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The definition names no database of the accelerated store, or has what such a query does not
    /// take.</exception>
    public virtual async Task<AcceleratedQueryResult> RunAcceleratedAsync(QueryDefinition definition,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.DbName is null)
            throw new ArgumentException("An accelerated query needs DbName: {sandbox}:{database}:{schema}.", nameof(definition));
        if (definition.Parameters.Count > 0 || definition.InsertInto is not null || definition.CreateTable is not null)
            throw new ArgumentException("An accelerated query takes no parameters and writes no dataset.", nameof(definition));
        var body = new AcceleratedQueryBody(definition.DbName, definition.Sql, definition.TemplateId, definition.Name,
            definition.Description);
        return (await _api.RunAcceleratedQueryAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /accelerated-queries");
    }

    /// <summary>Where other PostgreSQL clients connect to, and with which token. <c>GET /connection_parameters</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<QueryConnection> GetConnectionAsync(CancellationToken cancellationToken = default) =>
        (await _api.GetConnectionParametersAsync(cancellationToken).ConfigureAwait(false)).Required("GET /connection_parameters");
}
