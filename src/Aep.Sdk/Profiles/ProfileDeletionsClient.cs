using System.Text.Json;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Profiles;

/// <summary>Requests to delete data from the profile store (<c>/system/jobs</c>). The data lake keeps its rows.</summary>
public class ProfileDeletionsClient
{
    private const int PageSize = 100;
    private readonly IProfilesApi _api;
    private readonly AepOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected ProfileDeletionsClient() => (_api, _options) = (null!, null!);

    internal ProfileDeletionsClient(IProfilesApi api, AepOptions options) => (_api, _options) = (api, options);

    /// <summary>All requests, page by page. GET /system/jobs.</summary>
    /// <param name="sort">Sort order such as <c>createEpoch:desc</c>, or null.</param>
    public virtual AepPageable<ProfileSystemJob> ListAsync(
        string? sort = null) => Pageable.ByToken<ProfileSystemJob>(async (start, size, cancellationToken) =>
    {
        using JsonDocument answer = (await _api.ListSystemJobsAsync(start, size ?? PageSize, sort, cancellationToken).ConfigureAwait(false))
            .Required("GET /system/jobs");
        SystemJobPage page = SystemJobPage.Read(answer.RootElement);
        return new AepPage<ProfileSystemJob>(page.Children, page.NextStart(start));
    });

    /// <summary>A request. GET /system/jobs/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<ProfileSystemJob> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetSystemJobAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /system/jobs/{id}");
    }

    /// <summary>Deletes what a dataset has brought into the profile store. POST /system/jobs.</summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The work, which goes on at AEP.</returns>
    public virtual async Task<ProfileDeletionOperation> StartAsync(string datasetId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(datasetId);
        var body = new SystemJobBody(datasetId);
        return GetOperation((await _api.CreateSystemJobAsync(body, cancellationToken).ConfigureAwait(false))
            .Required("POST /system/jobs").Id);
    }

    /// <summary>
    /// Deletes what a batch of events has brought into the profile store. Batches of records have overwritten what was there and cannot be
    /// taken
    /// back: the service refuses them. POST /system/jobs.
    /// </summary>
    /// <param name="datasetId">The dataset of the batch; its schema is one of events.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The work, which goes on at AEP.</returns>
    public virtual async Task<ProfileDeletionOperation> StartForBatchAsync(
        string datasetId, string batchId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(datasetId);
        ArgumentException.ThrowIfNullOrEmpty(batchId);
        var body = new BatchDeletionBody(datasetId, batchId);
        return GetOperation((await _api.DeleteBatchAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /system/jobs").Id);
    }

    /// <summary>A request that was made before, also by another process.</summary>
    /// <param name="id">Its id.</param>
    public virtual ProfileDeletionOperation GetOperation(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new ProfileDeletionOperation(_api, id, _options);
    }

    /// <summary>Takes a request off the list. DELETE /system/jobs/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteSystemJobAsync(id, cancellationToken);
    }
}
