using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Flows;

/// <summary>Flow Service: runs of dataflows.</summary>
internal interface IFlowRunsApi
{
    [Get("/data/foundation/flowservice/runs")]
    Task<ItemsPage<FlowRun>?> ListAsync(
        [Query(CollectionFormat.Multi)] string[]? property, string? orderby, int? limit, string? continuationToken,
        CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/runs/{runId}")]
    Task<ItemsPage<FlowRun>?> GetAsync(string runId, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/runs")]
    Task<ResourceReference?> CreateAsync([Body] CreateRunBody body, CancellationToken cancellationToken);

    [Put("/data/foundation/flowservice/runs/{runId}")]
    Task<ResourceReference?> UpdateAsync(
        string runId, [Header("If-Match")] string etag, [Body] JsonObject body, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/runs/{runId}/action")]
    Task<ResourceReference?> ActAsync(string runId, string op, CancellationToken cancellationToken);
}
