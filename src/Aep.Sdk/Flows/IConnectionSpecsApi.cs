using System.Text.Json;
using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Flows;

/// <summary>Flow Service: connection specifications.</summary>
internal interface IConnectionSpecsApi
{
    [Get("/data/foundation/flowservice/connectionSpecs")]
    Task<ItemsPage<ConnectionSpec>?> ListAsync([Query(CollectionFormat.Multi)] string[]? property, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connectionSpecs/{id}")]
    Task<ItemsPage<ConnectionSpec>?> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/connectionSpecs")]
    Task<ConnectionSpec?> CreateAsync([Body] ConnectionSpecDefinition body, CancellationToken cancellationToken);

    [Put("/data/foundation/flowservice/connectionSpecs/{id}")]
    Task<ConnectionSpec?> UpdateAsync(string id, [Body] ConnectionSpecDefinition body, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connectionSpecs/{id}/explore")]
    [OutsideSpec("Experience League: sources, explore the Data Landing Zone")]
    Task<JsonElement> ExploreAsync(string id, string? objectType, [AliasAs("object")] string? path, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connectionSpecs/{id}/configs")]
    Task<JsonElement> GetConfigsAsync(
        string id, string? outputType, string? outputField, int? start, int? limit, CancellationToken cancellationToken);
}
