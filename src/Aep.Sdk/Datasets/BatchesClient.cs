using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Datasets;

/// <summary>Batches, as the catalog knows them.</summary>
public class BatchesClient
{
    private const int PageSize = 100;
    private readonly ICatalogApi _api;
    private readonly AepOptions _options;

    internal BatchesClient(ICatalogApi api, AepOptions options)
    {
        _api = api;
        _options = options;
    }

    /// <summary>For substitutes in tests.</summary>
    protected BatchesClient()
    {
        _api = null!;
        _options = null!;
    }

    /// <summary>The batches of a dataset, oldest first. GET /batches.</summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="status">Only batches in this state, or null for all.</param>
    public virtual AepPageable<Batch> ListAsync(string datasetId, BatchStatus? status = null) => ListAsync(new BatchQuery { DatasetId = datasetId, Status = status });

    /// <summary>The batches that a query selects. GET /batches.</summary>
    public virtual AepPageable<Batch> ListAsync(BatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Pageable.ByOffset(PageSize, async (offset, limit, cancellationToken) =>
        {
            Dictionary<string, Batch> page = (await _api.ListBatchesAsync(
                limit, offset, query.DatasetId, query.Status?.Value, query.ExternalId, query.CreatedAfter?.ToUnixTimeMilliseconds(),
                query.CreatedBefore?.ToUnixTimeMilliseconds(), query.OrderBy, cancellationToken).ConfigureAwait(false)).Required("GET /batches");
            return (IReadOnlyList<Batch>)[.. page.Select(entry => entry.Value with { Id = entry.Key })];
        });
    }

    /// <summary>A batch. GET /batches/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such batch.</exception>
    public virtual async Task<Batch> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        Dictionary<string, Batch> found = (await _api.GetBatchAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /batches/{id}");
        return found.TryGetValue(id, out Batch? batch) ? batch with { Id = id } : throw new AepException($"GET /batches/{id} answered without that batch.");
    }

    /// <summary>The processing of a batch, to wait for it; also one that another process has started.</summary>
    public virtual BatchOperation GetOperation(string id) => new(this, id, _options);
}
