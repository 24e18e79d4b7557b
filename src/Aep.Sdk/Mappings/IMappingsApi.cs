using Refit;

namespace Aep.Sdk.Mappings;

/// <summary>Data Prep: mapping sets.</summary>
internal interface IMappingsApi
{
    [Post("/data/foundation/conversion/mappingSets")]
    Task<MappingSet?> CreateMappingSetAsync([Body] MappingSetBody body, CancellationToken cancellationToken);

    [Get("/data/foundation/conversion/mappingSets/{mappingSetId}")]
    Task<MappingSet?> GetMappingSetAsync(string mappingSetId, CancellationToken cancellationToken);
}
