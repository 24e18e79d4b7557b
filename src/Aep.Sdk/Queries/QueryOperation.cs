using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Queries;

/// <summary>A query in the background.</summary>
public class QueryOperation : AepOperation<QueryRun>
{
    private readonly IQueriesApi _api;

    internal QueryOperation(IQueriesApi api, AepOptions options, string queryId)
        : base(queryId, options) => _api = api;

    /// <summary>For substitutes in tests.</summary>
    protected QueryOperation() => _api = null!;

    internal override string Name => "query";

    /// <summary>Asks Query Service to stop the query. It then ends as KILLED.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task CancelAsync(CancellationToken cancellationToken = default) =>
        _api.UpdateQueryAsync(Id, new QueryPatchBody("cancel"), cancellationToken);

    internal override async Task<OperationState<QueryRun>> ReadStateAsync(CancellationToken cancellationToken)
    {
        QueryRun run = (await _api.GetQueryAsync(Id, cancellationToken).ConfigureAwait(false)).Required("GET /queries/{id}");
        string status = run.State.ToString();
        if (run.State == QueryState.Success) return OperationState<QueryRun>.Succeeded(status, run);
        return run.State == QueryState.Failed || run.State == QueryState.Killed || run.State == QueryState.TimedOut
            ? OperationState<QueryRun>.Failed(status, [.. run.Errors.Select(error => $"{error.Code}: {error.Message}")])
            : OperationState<QueryRun>.Running(status);
    }
}
