using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>
/// Row expiration: AEP takes old rows out of datasets of events by itself. For datasets of the time-series behavior only. To delete a whole
/// dataset on a date, see <see cref="ExpirationsClient"/>.
/// </summary>
public class RetentionClient
{
    private readonly ICatalogApi _api;
    private readonly DatasetsClient _datasets;

    internal RetentionClient(ICatalogApi api, DatasetsClient datasets) => (_api, _datasets) = (api, datasets);

    /// <summary>For substitutes in tests.</summary>
    protected RetentionClient() => (_api, _datasets) = (null!, null!);

    /// <summary>What is set for a dataset. GET /dataSets/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such dataset.</exception>
    public virtual async Task<RowRetention> GetAsync(string datasetId, CancellationToken cancellationToken = default) =>
        (await _datasets.GetAsync(datasetId, cancellationToken).ConfigureAwait(false)).Retention;

    /// <summary>
    /// Sets how long the rows are kept; null in place of a period keeps them for good. AEP takes rows out of the lake once a week, not
    /// before 30 days after their ingestion, and out of Profile at once. What is out cannot be brought back. PATCH /v2/dataSets/{id}.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="retention">Both periods.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">AEP refused: no events, or a period outside of the limits.</exception>
    public virtual Task SetAsync(string datasetId, RowRetention retention, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(retention);
        var changes = new DatasetChanges { Extensions = RetentionDocument.Write(retention) };
        return _api.MergeDatasetAsync(datasetId, null, changes, cancellationToken);
    }

    /// <summary>What the organisation may choose for a dataset. GET /ttl/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such dataset.</exception>
    public virtual async Task<RetentionLimits> GetLimitsAsync(string datasetId, CancellationToken cancellationToken = default) =>
        (await _api.GetRetentionLimitsAsync(datasetId, cancellationToken).ConfigureAwait(false)).Required("GET /ttl/{id}").Limits;
}
