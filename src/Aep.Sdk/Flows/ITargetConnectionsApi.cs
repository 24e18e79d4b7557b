using Refit;

namespace Aep.Sdk.Flows;

/// <summary>Flow Service: target connections.</summary>
internal interface ITargetConnectionsApi
{
    [Get("/data/foundation/flowservice/targetConnections")]
    Task<ItemsPage<TargetConnection>?> ListAsync(
        [Query(CollectionFormat.Multi)] string[]? property, string? orderby, int? limit, string? continuationToken,
        CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/targetConnections/{id}")]
    Task<ItemsPage<TargetConnection>?> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/targetConnections")]
    Task<ResourceReference?> CreateAsync([Body] TargetConnectionDefinition body, CancellationToken cancellationToken);

    [Patch("/data/foundation/flowservice/targetConnections/{id}")]
    Task<ResourceReference?> UpdateAsync(
        string id, [Header("If-Match")] string etag, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete("/data/foundation/flowservice/targetConnections/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/targetConnections/{id}/action")]
    Task<ResourceReference?> ActAsync(string id, string op, CancellationToken cancellationToken);
}
