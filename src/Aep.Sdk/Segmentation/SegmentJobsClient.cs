using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Segmentation;

/// <summary>Segment jobs (Segmentation Service <c>/segment/jobs</c>), those of schedules among them.</summary>
public class SegmentJobsClient
{
    private const int PageSize = 100;
    private readonly ISegmentationApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected SegmentJobsClient() => _api = null!;

    internal SegmentJobsClient(ISegmentationApi api) => _api = api;

    /// <summary>The jobs, page by page. GET /segment/jobs.</summary>
    /// <param name="status">Only those in this state, or null for all.</param>
    /// <param name="sort">Order such as <c>updateTime:desc</c>, or null.</param>
    /// <param name="property">A filter such as <c>segments~segmentId==workInCanada</c>, or null.</param>
    /// <param name="snapshotName">Only those of the snapshot of this name, or null for all.</param>
    public virtual AepPageable<SegmentJob> ListAsync(
        SegmentJobStatus? status = null, string? sort = null, string? property = null, string? snapshotName = null) =>
        Pageable.ByToken<SegmentJob>(async (start, size, cancellationToken) =>
            (await _api.ListJobsAsync(start, size ?? PageSize, status?.Value, sort, property, snapshotName,
            cancellationToken).ConfigureAwait(false))
            .Required("GET /segment/jobs").From(start));

    /// <summary>A job. GET /segment/jobs/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<SegmentJob> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetJobAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /segment/jobs/{id}");
    }

    /// <summary>Several jobs in one request. POST /segment/jobs/bulk-get.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Those that exist, by id.</returns>
    /// <exception cref="ArgumentException">There are none, or more than 100.</exception>
    public virtual async Task<IReadOnlyDictionary<string, SegmentJob>> GetManyAsync(
        IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        return (await _api.GetJobsAsync(IdList.Of(ids), cancellationToken).ConfigureAwait(false))
            .Required("POST /segment/jobs/bulk-get").Found(SegmentationJson.Default.SegmentJob);
    }

    /// <summary>Cancels a job. DELETE /segment/jobs/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task CancelAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.CancelJobAsync(id, cancellationToken);
    }
}
