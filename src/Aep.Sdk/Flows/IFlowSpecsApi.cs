using Refit;

namespace Aep.Sdk.Flows;

/// <summary>Flow Service: flow specifications.</summary>
internal interface IFlowSpecsApi
{
    [Get("/data/foundation/flowservice/flowSpecs")]
    Task<ItemsPage<FlowSpec>?> ListAsync([Query(CollectionFormat.Multi)] string[]? property, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/flowSpecs/{id}")]
    Task<ItemsPage<FlowSpec>?> GetAsync(string id, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/flowSpecs")]
    Task<FlowSpec?> CreateAsync([Body] FlowSpecDefinition body, CancellationToken cancellationToken);

    [Put("/data/foundation/flowservice/flowSpecs/{id}")]
    Task<FlowSpec?> UpdateAsync(string id, [Body] FlowSpecDefinition body, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/flowSpecs/search")]
    Task<ItemsPage<FlowSpec>?> SearchAsync([Body] ProjectingSearchBody body, CancellationToken cancellationToken);
}
