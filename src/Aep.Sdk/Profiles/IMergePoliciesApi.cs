using Aep.Sdk.Core.Json;
using Refit;

namespace Aep.Sdk.Profiles;

/// <summary>Merge policies (/config/mergePolicies).</summary>
internal interface IMergePoliciesApi
{
    private const string Base = "/data/core/ups/config/mergePolicies";
    private const string Instance = "x-profile-instance-id: ups";

    [Get(Base)]
    Task<MergePolicyPage?> ListAsync(
        string? start, int limit, string? orderby, [AliasAs("schema.name")] string? schemaName, bool? @default,
        CancellationToken cancellationToken);

    [Post(Base)]
    [Headers(Instance)]
    Task<MergePolicy?> CreateAsync([Body] MergePolicyDefinition body, CancellationToken cancellationToken);

    [Get(Base + "/{id}")]
    Task<MergePolicy?> GetAsync(string id, CancellationToken cancellationToken);

    [Put(Base + "/{id}")]
    [Headers(Instance)]
    Task<MergePolicy?> ReplaceAsync(string id, [Body] MergePolicyBody body, CancellationToken cancellationToken);

    [Patch(Base + "/{id}")]
    [Headers(Instance)]
    Task<MergePolicy?> UpdateAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Base + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);

    [Post(Base + "/bulk-get")]
    Task<BulkResults?> GetManyAsync([Body] IdList body, CancellationToken cancellationToken);
}
