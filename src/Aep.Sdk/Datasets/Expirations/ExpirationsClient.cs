using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Datasets;

/// <summary>
/// Expirations: dates on which AEP deletes datasets with all their rows, in the data lake, Identity Service and Profile. AEP begins up to
/// 24 hours after the date and may take seven days. Part of Data Lifecycle (Privacy and Security Shield, Healthcare Shield).
/// </summary>
public class ExpirationsClient
{
    private const int PageSize = 100;
    private readonly IExpirationsApi _api;

    internal ExpirationsClient(IExpirationsApi api) => _api = api;

    /// <summary>For substitutes in tests.</summary>
    protected ExpirationsClient() => _api = null!;

    /// <summary>The expirations of the organisation. GET /ttl.</summary>
    /// <param name="datasetId">Only those of this dataset, or null.</param>
    /// <param name="status">Only those in this state, or null.</param>
    public virtual AepPageable<DatasetExpiration> ListAsync(string? datasetId = null, ExpirationStatus? status = null) =>
        Pageable.ByPageNumber(firstPage: 0, PageSize, async (page, size, cancellationToken) =>
        {
            Task<ExpirationPage?> answer = _api.ListAsync(page, Math.Min(size, PageSize), datasetId, status?.Value, cancellationToken);
            ExpirationPage found = (await answer.ConfigureAwait(false)).Required("GET /ttl");
            return (found.Results, found.TotalPages);
        });

    /// <summary>An expiration with its history. GET /ttl/{ID}?include=history.</summary>
    /// <param name="id">The dataset's id, or the expiration's.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">The dataset has never had one.</exception>
    public virtual async Task<DatasetExpiration> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAsync(id, "history", cancellationToken).ConfigureAwait(false)).Required("GET /ttl/{ID}");
    }

    /// <summary>Has a dataset deleted on a date; one that is set already is moved. GET /ttl, then POST /ttl or PUT /ttl/{ID}.</summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="expiry">When, in the future.</param>
    /// <param name="displayName">A title for people; null for one that names the dataset.</param>
    /// <param name="description">Why.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="AepRequestException">AEP refused: no such dataset, or a date in the past.</exception>
    public virtual async Task<DatasetExpiration> SetAsync(
        string datasetId, DateTimeOffset expiry, string? displayName = null, string? description = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(datasetId);
        DatasetExpiration? pending = await ListAsync(datasetId, ExpirationStatus.Pending)
            .FirstOrDefaultAsync(expiration => expiration.DatasetId == datasetId, cancellationToken).ConfigureAwait(false);
        string title = displayName ?? pending?.DisplayName ?? $"Expiration of {datasetId}";
        DateTimeOffset time = expiry.ToUniversalTime();
        return pending is null
            ? (await _api.CreateAsync(new ExpirationBody(datasetId, time, title, description), cancellationToken).ConfigureAwait(false))
                .Required("POST /ttl")
            : (await _api.UpdateAsync(pending.Id, new ExpirationChange(time, title, description), cancellationToken).ConfigureAwait(false))
                .Required("PUT /ttl/{ID}");
    }

    /// <summary>Takes the date back. DELETE /ttl/{ID}.</summary>
    /// <param name="id">The expiration's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none that is pending.</exception>
    public virtual Task CancelAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.CancelAsync(id, cancellationToken);
    }
}
