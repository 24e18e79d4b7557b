using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Flows;

/// <summary>Flow Service: dataflows and their runs.</summary>
internal interface IFlowsApi
{
    [Get("/data/foundation/flowservice/flows")]
    Task<ItemsPage<Flow>?> ListFlowsAsync(int? limit, string? continuationToken, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/flows/{flowId}")]
    Task<ItemsPage<Flow>?> GetFlowAsync(string flowId, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/flows")]
    Task<ResourceReference?> CreateFlowAsync([Body] FlowDefinition body, CancellationToken cancellationToken);

    [Patch("/data/foundation/flowservice/flows/{flowId}")]
    Task<ResourceReference?> UpdateFlowAsync(
        string flowId, [Header("If-Match")] string etag, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/flows/{flowId}/action")]
    Task<ResourceReference?> ActOnFlowAsync(string flowId, string op, CancellationToken cancellationToken);

    [Delete("/data/foundation/flowservice/flows/{flowId}")]
    Task DeleteFlowAsync(string flowId, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/runs")]
    Task<ItemsPage<FlowRun>?> ListRunsAsync(string property, int? limit, string? continuationToken, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/runs/{runId}")]
    Task<ItemsPage<FlowRun>?> GetRunAsync(string runId, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/runs")]
    Task<ResourceReference?> CreateRunAsync([Body] CreateRunBody body, CancellationToken cancellationToken);
}
