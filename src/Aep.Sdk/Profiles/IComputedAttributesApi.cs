using Refit;

namespace Aep.Sdk.Profiles;

/// <summary>Computed attributes (/data/core/ca/attributes).</summary>
internal interface IComputedAttributesApi
{
    private const string Base = "/data/core/ca/attributes";

    [Get(Base)]
    Task<ComputedAttributePage?> ListAsync(int offset, int limit, string? sortBy, string? property, CancellationToken cancellationToken);

    [Post(Base)]
    Task<ComputedAttribute?> CreateAsync([Body] ComputedAttributeDefinition body, CancellationToken cancellationToken);

    [Get(Base + "/{id}")]
    Task<ComputedAttribute?> GetAsync(string id, CancellationToken cancellationToken);

    [Patch(Base + "/{id}")]
    Task<ComputedAttribute?> UpdateAsync(string id, [Body] StatusBody body, CancellationToken cancellationToken);

    [Delete(Base + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
