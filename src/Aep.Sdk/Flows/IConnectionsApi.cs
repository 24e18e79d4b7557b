using System.Text.Json;
using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Flows;

/// <summary>Flow Service: base connections.</summary>
internal interface IConnectionsApi
{
    [Get("/data/foundation/flowservice/connections")]
    Task<ItemsPage<Connection>?> ListAsync(
        [Query(CollectionFormat.Multi)] string[]? property, string? orderby, int? limit, string? continuationToken,
        CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connections/{id}")]
    Task<ItemsPage<Connection>?> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/connections")]
    Task<ResourceReference?> CreateAsync([Body] ConnectionDefinition body, CancellationToken cancellationToken);

    [Patch("/data/foundation/flowservice/connections/{id}")]
    Task<ResourceReference?> UpdateAsync(
        string id, [Header("If-Match")] string etag, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete("/data/foundation/flowservice/connections/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connections/{id}/test")]
    Task<ConnectionTestAnswer?> TestAsync(string id, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connections/{id}/explore")]
    Task<JsonElement> ExploreAsync(string id, string? objectType, [AliasAs("object")] string? path, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connections/{id}/explore")]
    [OutsideSpec("Experience League: sources, explore a cloud storage")]
    Task<FilePreview?> PreviewAsync(
        string id, string? objectType, [AliasAs("object")] string? path, string? fileType, bool preview,
        string? compressionType, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connections/{id}/configs")]
    Task<JsonElement> GetConfigsAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/connections/{id}/action")]
    Task<ResourceReference?> ActAsync(string id, string op, string? subOp, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/connections/{id}/action")]
    Task<ResourceReference?> ReportAsync(
        string id, string op, string? subOp, [Body] FlowActionProgress body, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/connections/search")]
    Task<ItemsPage<Connection>?> SearchAsync(string? continuationToken, [Body] SearchBody body, CancellationToken cancellationToken);
}
