using Refit;

namespace Aep.Sdk.Flows;

/// <summary>Flow Service: dataflows.</summary>
internal interface IFlowsApi
{
    [Get("/data/foundation/flowservice/flows")]
    Task<ItemsPage<Flow>?> ListAsync(
        [Query(CollectionFormat.Multi)] string[]? property, string? orderby, int? limit, string? continuationToken,
        CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/flows/{id}")]
    Task<ItemsPage<Flow>?> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/flows")]
    Task<ResourceReference?> CreateAsync([Body] FlowDefinition body, CancellationToken cancellationToken);

    [Patch("/data/foundation/flowservice/flows/{id}")]
    Task<ResourceReference?> UpdateAsync(
        string id, [Header("If-Match")] string etag, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete("/data/foundation/flowservice/flows/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/flows/{id}/action")]
    Task<ResourceReference?> ActAsync(
        string id, string op, string? subOp, [Header("If-Match")] string? etag, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/flows/{id}/action")]
    Task<ResourceReference?> ReportAsync(
        string id, string op, string? subOp, [Header("If-Match")] string? etag, [Body] FlowActionProgress body,
        CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/flows/search")]
    Task<ItemsPage<Flow>?> SearchAsync(string? continuationToken, [Body] ProjectingSearchBody body, CancellationToken cancellationToken);
}
