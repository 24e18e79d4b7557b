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
    public virtual AepPageable<Batch> ListAsync(string datasetId, BatchStatus? status = null) =>
        ListAsync(new BatchQuery { DatasetId = datasetId, Status = status });

    /// <summary>The batches that a query selects. GET /batches.</summary>
    public virtual AepPageable<Batch> ListAsync(BatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Pageable.ByOffset(PageSize, async (offset, limit, cancellationToken) =>
        {
            Dictionary<string, Batch> page = (await _api.ListBatchesAsync(
                Math.Min(limit, PageSize), offset, query.DatasetId, query.Status?.Value, query.ExternalId,
                query.CreatedAfter?.ToUnixTimeMilliseconds(), query.CreatedBefore?.ToUnixTimeMilliseconds(),
                query.StartAfter?.ToUnixTimeMilliseconds(), query.StartBefore?.ToUnixTimeMilliseconds(),
                query.EndAfter?.ToUnixTimeMilliseconds(), query.EndBefore?.ToUnixTimeMilliseconds(), TagText.Of(query.Tags),
                CatalogFilter.Conditions(query.Filters), query.OrderBy, cancellationToken).ConfigureAwait(false)).Required("GET /batches");
            return (IReadOnlyList<Batch>)[.. page.Select(entry => entry.Value with { Id = entry.Key })];
        });
    }

    /// <summary>
    /// The different values that a member of batches has, as <c>status</c> or <c>createdClient</c>. GET /batches/uniques/{field}.
    /// </summary>
    /// <param name="field">The member, one of the first level.</param>
    /// <param name="query">Of which batches; its tags and order do not count here. Null for all.</param>
    public virtual AepPageable<string> ListUniqueValuesAsync(string field, BatchQuery? query = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        BatchQuery of = query ?? new BatchQuery();
        return Pageable.ByOffset(PageSize, async (offset, limit, cancellationToken) => (await _api.ListUniqueValuesAsync(
            field, Math.Min(limit, PageSize), offset, of.DatasetId, of.Status?.Value, of.ExternalId,
            of.CreatedAfter?.ToUnixTimeMilliseconds(), of.CreatedBefore?.ToUnixTimeMilliseconds(),
            of.StartAfter?.ToUnixTimeMilliseconds(), of.StartBefore?.ToUnixTimeMilliseconds(),
            of.EndAfter?.ToUnixTimeMilliseconds(), of.EndBefore?.ToUnixTimeMilliseconds(), CatalogFilter.Conditions(of.Filters),
            cancellationToken).ConfigureAwait(false))
            .Required("GET /batches/uniques/{field}"));
    }

    /// <summary>Of each dataset the last batch, the last that succeeded and the last that failed. GET /lastBatches.</summary>
    /// <param name="status">Only datasets whose last batch is in this state, or null.</param>
    public virtual AepPageable<LastBatches> ListLastAsync(BatchStatus? status = null) =>
        Pageable.ByOffset(PageSize, (offset, limit, cancellationToken) =>
        LastAsync(Math.Min(limit, PageSize), offset, null, status?.Value, cancellationToken));

    /// <summary>The last batches of a dataset; null when it never had one. GET /lastBatches?dataSetId=.</summary>
    public virtual async Task<LastBatches?> FindLastAsync(string datasetId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(datasetId);
        IReadOnlyList<LastBatches> found = await LastAsync(1, 0, datasetId, null, cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(last => last.DatasetId == datasetId);
    }

    /// <summary>A batch. GET /batches/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such batch.</exception>
    public virtual Task<Batch> GetAsync(string id, CancellationToken cancellationToken = default) =>
        ReadAsync(id, null, cancellationToken);

    /// <summary>
    /// A batch that stands for several, such as those of a source's run: state, counts and errors are those of all of them. GET
    /// /batches/{id}?aggregate=true.
    /// </summary>
    /// <exception cref="AepNotFoundException">There is no such batch.</exception>
    public virtual Task<Batch> GetAggregatedAsync(string id, CancellationToken cancellationToken = default) =>
        ReadAsync(id, true, cancellationToken);

    /// <summary>Describes a batch that a producer makes by itself; no row moves. POST /batches.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="AepRequestException">Catalog refused, for example an unknown dataset.</exception>
    public virtual async Task<string> CreateAsync(BatchRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return CatalogReference.Id(await _api.CreateBatchAsync(record, cancellationToken).ConfigureAwait(false), "batches");
    }

    /// <summary>
    /// Whether Catalog would take the description of a batch; it is not kept. POST /batches with <c>Pragma: validate-only</c>.
    /// </summary>
    /// <exception cref="AepRequestException">It would not; says why.</exception>
    public virtual Task ValidateAsync(BatchRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _api.ValidateBatchAsync(record, cancellationToken);
    }

    /// <summary>
    /// Whether Catalog would write the description of a batch anew; it stays as it is. PUT /batches/{id} with <c>Pragma: validate-only</c>.
    /// </summary>
    /// <exception cref="AepRequestException">It would not; says why.</exception>
    public virtual Task ValidateAsync(string id, BatchRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(record);
        return _api.ValidateBatchAsync(id, record, cancellationToken);
    }

    /// <summary>Describes a batch under an id of the producer's choice. POST /batches/{id}.</summary>
    /// <exception cref="AepConflictException">The id is taken.</exception>
    public virtual Task CreateAsync(string id, BatchRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(record);
        return _api.CreateBatchAsync(id, record, cancellationToken);
    }

    /// <summary>Writes the description of a batch anew. PUT /batches/{id}.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="record">All of it.</param>
    /// <param name="ifVersion">
    /// The version that was read: when it is another by now, nothing is changed. Null to change it whatever it is.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepConflictException">Somebody else was faster.</exception>
    public virtual Task ReplaceAsync(string id, BatchRecord record, string? ifVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(record);
        return _api.ReplaceBatchAsync(id, ifVersion, record, cancellationToken);
    }

    /// <summary>Changes what is said of the description of a batch. PATCH /batches/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such batch.</exception>
    public virtual Task UpdateAsync(string id, BatchRecord changes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(changes);
        return _api.PatchBatchAsync(id, changes, cancellationToken);
    }

    /// <summary>
    /// Deletes a batch from the catalog. To take its rows out of the dataset, <c>aep.Ingestion</c> reverts it. DELETE /batches/{id}.
    /// </summary>
    /// <exception cref="AepNotFoundException">There is no such batch.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteBatchAsync(id, cancellationToken);
    }

    /// <summary>The processing of a batch, to wait for it; also one that another process has started.</summary>
    public virtual BatchOperation GetOperation(string id) => new(this, id, _options);

    private async Task<Batch> ReadAsync(string id, bool? aggregate, CancellationToken cancellationToken)
    {
        Dictionary<string, Batch> found =
            (await _api.GetBatchAsync(id, aggregate, cancellationToken).ConfigureAwait(false)).Required("GET /batches/{id}");
        return found.TryGetValue(id, out Batch? batch)
            ? batch with { Id = id }
            : throw new AepException($"GET /batches/{id} answered without that batch.");
    }

    private async Task<IReadOnlyList<LastBatches>> LastAsync(
        int limit, int offset, string? datasetId, string? status, CancellationToken cancellationToken)
    {
        Dictionary<string, LastBatches>? page =
            await _api.ListLastBatchesAsync(limit, offset, datasetId, status, "asc:created", cancellationToken).ConfigureAwait(false);
        return [.. page.Required("GET /lastBatches").Select(entry => entry.Value with { DatasetId = entry.Key })];
    }
}
