using Refit;

namespace Aep.Sdk.Flows;

/// <summary>Flow Service: source connections.</summary>
internal interface ISourceConnectionsApi
{
    [Get("/data/foundation/flowservice/sourceConnections")]
    Task<ItemsPage<SourceConnection>?> ListAsync(
        [Query(CollectionFormat.Multi)] string[]? property, string? orderby, int? limit, string? continuationToken,
        CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/sourceConnections/{id}")]
    Task<ItemsPage<SourceConnection>?> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/sourceConnections")]
    Task<ResourceReference?> CreateAsync([Body] SourceConnectionDefinition body, CancellationToken cancellationToken);

    [Patch("/data/foundation/flowservice/sourceConnections/{id}")]
    Task<ResourceReference?> UpdateAsync(
        string id, [Header("If-Match")] string etag, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete("/data/foundation/flowservice/sourceConnections/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/sourceConnections/{id}/action")]
    Task<ResourceReference?> ActAsync(string id, string op, CancellationToken cancellationToken);
}
