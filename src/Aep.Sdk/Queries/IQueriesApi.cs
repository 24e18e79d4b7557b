using Refit;

namespace Aep.Sdk.Queries;

/// <summary>Query Service: queries and how to connect.</summary>
internal interface IQueriesApi
{
    [Get("/data/foundation/query/connection_parameters")]
    Task<QueryConnection?> GetConnectionParametersAsync(CancellationToken cancellationToken);

    [Get("/data/foundation/query/queries")]
    Task<QueryPage?> ListQueriesAsync(
        string? orderby, int? limit, string? start, string? property, bool? excludeSoftDeleted, bool? excludeHidden,
        CancellationToken cancellationToken);

    [Post("/data/foundation/query/queries")]
    Task<QueryRun?> CreateQueryAsync([Body] QueryBody body, CancellationToken cancellationToken);

    [Get("/data/foundation/query/queries/{queryId}")]
    Task<QueryRun?> GetQueryAsync(string queryId, CancellationToken cancellationToken);

    [Patch("/data/foundation/query/queries/{queryId}")]
    Task UpdateQueryAsync(string queryId, [Body] QueryPatchBody body, CancellationToken cancellationToken);

    [Post("/data/foundation/query/accelerated-queries")]
    Task<AcceleratedQueryResult?> RunAcceleratedQueryAsync([Body] AcceleratedQueryBody body, CancellationToken cancellationToken);
}
