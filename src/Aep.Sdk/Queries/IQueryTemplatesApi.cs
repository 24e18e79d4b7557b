using Refit;

namespace Aep.Sdk.Queries;

/// <summary>Query Service: saved SQL.</summary>
internal interface IQueryTemplatesApi
{
    [Get("/data/foundation/query/query-templates")]
    Task<QueryTemplatePage?> ListTemplatesAsync(string? orderby, int? limit, string? start, string? property,
        CancellationToken cancellationToken);

    [Get("/data/foundation/query/query-templates/count")]
    Task<QueryTemplateCount?> CountTemplatesAsync(string? property, CancellationToken cancellationToken);

    [Get("/data/foundation/query/query-templates/{templateId}")]
    Task<QueryTemplate?> GetTemplateAsync(string templateId, CancellationToken cancellationToken);

    [Post("/data/foundation/query/query-templates")]
    Task<QueryTemplate?> CreateTemplateAsync([Body] QueryTemplateBody body, CancellationToken cancellationToken);

    [Put("/data/foundation/query/query-templates/{templateId}")]
    Task<QueryTemplate?> UpdateTemplateAsync(string templateId, [Body] QueryTemplateBody body, CancellationToken cancellationToken);

    [Delete("/data/foundation/query/query-templates/{templateId}")]
    Task DeleteTemplateAsync(string templateId, CancellationToken cancellationToken);
}
