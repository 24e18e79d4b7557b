using Aep.Sdk.Core.Json;
using Refit;

namespace Aep.Sdk.Segmentation;

/// <summary>Audiences (/audiences).</summary>
internal interface IAudiencesApi
{
    private const string Base = "/data/core/ups/audiences";

    [Get(Base)]
    Task<SegmentationPage<Audience>?> ListAsync(
        string? start, int limit, string? sort, string? property, string? name, string? description, string? entityType,
        CancellationToken cancellationToken);

    [Post(Base)]
    Task<Audience?> CreateAsync([Body] AudienceDefinition body, CancellationToken cancellationToken);

    [Get(Base + "/{id}")]
    Task<Audience?> GetAsync(string id, CancellationToken cancellationToken);

    [Put(Base + "/{id}")]
    Task<Audience?> ReplaceAsync(string id, [Body] AudienceDefinition body, CancellationToken cancellationToken);

    [Patch(Base + "/{id}")]
    Task<Audience?> UpdateAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Base + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    [Post(Base + "/bulk-get")]
    Task<BulkResults?> GetManyAsync([Body] IdList body, CancellationToken cancellationToken);
}
