using System.Text.Json;
using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Mappings;

/// <summary>Data Prep: mapping sets.</summary>
internal interface IMappingsApi
{
    [Get("/data/foundation/conversion/mappingSets")]
    Task<MappingSetPage?> ListMappingSetsAsync(
        int limit, int start, string? name, string? orderBy, bool? expandSchema, CancellationToken cancellationToken);

    [Post("/data/foundation/conversion/mappingSets")]
    Task<MappingSet?> CreateMappingSetAsync([Body] MappingSetBody body, CancellationToken cancellationToken);

    [Get("/data/foundation/conversion/mappingSets/{mappingSetId}")]
    Task<MappingSet?> GetMappingSetAsync(string mappingSetId, int? version, bool? expandSchema, CancellationToken cancellationToken);

    [Put("/data/foundation/conversion/mappingSets/{mappingSetId}")]
    Task<MappingSet?> UpdateMappingSetAsync(string mappingSetId, [Body] MappingSetBody body, CancellationToken cancellationToken);

    [OutsideSpec("Adobe's older guide to Data Prep, mapping sets, delete a mapping set; aepp's deleteMappingSet")]
    [Delete("/data/foundation/conversion/mappingSets/{mappingSetId}")]
    Task DeleteMappingSetAsync(string mappingSetId, CancellationToken cancellationToken);

    [Post("/data/foundation/conversion/mappingSets/validate")]
    Task<ValidationAnswer?> ValidateAsync([Body] MappingSetBody body, CancellationToken cancellationToken);

    [Post("/data/foundation/conversion/mappingSets/preview")]
    Task<MappingPreview?> PreviewAsync([Body] PreviewBody body, CancellationToken cancellationToken);

    [Get("/data/foundation/conversion/mappingSets/{mappingSetId}/mappings")]
    Task<JsonElement> ListMappingsAsync(string mappingSetId, CancellationToken cancellationToken);

    [Get("/data/foundation/conversion/mappingSets/{mappingSetId}/mappings/{mappingId}")]
    Task<Mapping?> GetMappingAsync(string mappingSetId, string mappingId, CancellationToken cancellationToken);

    [Get("/data/foundation/conversion/languages/el/functions")]
    Task<IReadOnlyList<MappingFunction>?> GetFunctionsAsync(CancellationToken cancellationToken);

    [Get("/data/foundation/conversion/languages/el/operators")]
    Task<IReadOnlyList<MappingOperator>?> GetOperatorsAsync(CancellationToken cancellationToken);

    [Post("/data/foundation/conversion/languages/el/validate")]
    Task<bool> ValidateExpressionAsync([Body] ExpressionBody body, CancellationToken cancellationToken);
}
