using Refit;

namespace Aep.Sdk.Queries;

/// <summary>Query Service.</summary>
internal interface IQueriesApi
{
    [Get("/data/foundation/query/connection_parameters")]
    Task<ConnectionParametersBody?> GetConnectionParametersAsync(CancellationToken cancellationToken);

    [Post("/data/foundation/query/queries")]
    Task<QueryRun?> CreateQueryAsync([Body] QueryBody body, CancellationToken cancellationToken);

    [Get("/data/foundation/query/queries/{queryId}")]
    Task<QueryRun?> GetQueryAsync(string queryId, CancellationToken cancellationToken);

    [Patch("/data/foundation/query/queries/{queryId}")]
    Task UpdateQueryAsync(string queryId, [Body] QueryPatchBody body, CancellationToken cancellationToken);

    [Get("/data/foundation/query/query-templates")]
    Task<QueryTemplatePage?> ListTemplatesAsync(string? orderby, int? limit, string? start, CancellationToken cancellationToken);

    [Get("/data/foundation/query/query-templates/{templateId}")]
    Task<QueryTemplate?> GetTemplateAsync(string templateId, CancellationToken cancellationToken);

    [Post("/data/foundation/query/query-templates")]
    Task<QueryTemplate?> CreateTemplateAsync([Body] QueryTemplateBody body, CancellationToken cancellationToken);

    [Put("/data/foundation/query/query-templates/{templateId}")]
    Task<QueryTemplate?> UpdateTemplateAsync(string templateId, [Body] QueryTemplateBody body, CancellationToken cancellationToken);

    [Delete("/data/foundation/query/query-templates/{templateId}")]
    Task DeleteTemplateAsync(string templateId, CancellationToken cancellationToken);
}
