using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Segmentation;

/// <summary>The evaluation of a segment over all profiles.</summary>
public class SegmentJobOperation : AepOperation<SegmentJobResult>
{
    private readonly ISegmentationApi _api;
    private readonly IReadOnlyList<string> _segmentIds;

    internal SegmentJobOperation(ISegmentationApi api, AepOptions options, string jobId, IReadOnlyList<string> segmentIds)
        : base(jobId, options) => (_api, _segmentIds) = (api, segmentIds);

    /// <summary>For substitutes in tests.</summary>
    protected SegmentJobOperation() => (_api, _segmentIds) = (null!, []);

    internal override string Name => "segment job";

    internal override async Task<OperationState<SegmentJobResult>> ReadStateAsync(CancellationToken cancellationToken)
    {
        SegmentJob job = (await _api.GetJobAsync(Id, cancellationToken).ConfigureAwait(false)).Required("GET /segment/jobs/{id}");
        string status = job.Status.ToString();
        if (job.Status == SegmentJobStatus.Succeeded) return OperationState<SegmentJobResult>.Succeeded(status, Result(job));
        return job.Status == SegmentJobStatus.Failed || job.Status == SegmentJobStatus.Cancelled
            ? OperationState<SegmentJobResult>.Failed(status, [.. job.Errors.Select(error => $"{error.Code}: {error.Message}")])
            : OperationState<SegmentJobResult>.Running(status);
    }

    private SegmentJobResult Result(SegmentJob job) => new()
    {
        JobId = job.Id,
        SegmentId = _segmentIds[0],
        QualifiedProfiles = job.Metrics.SegmentedProfileCounter.GetValueOrDefault(_segmentIds[0]),
        Segments = _segmentIds.ToDictionary(id => id, id => Count(job.Metrics, id)),
        TotalProfiles = job.Metrics.TotalProfiles,
        Duration = job.Metrics.TotalTime?.TotalTimeInMs is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
    };

    // A succeeded job names only the segments that some profile qualifies for.
    private static SegmentCount Count(SegmentJobMetrics metrics, string segmentId)
    {
        metrics.SegmentedProfileByStatusCounter.TryGetValue(segmentId, out IReadOnlyDictionary<string, long>? byStatus);
        return new SegmentCount(
            metrics.SegmentedProfileCounter.GetValueOrDefault(segmentId), Of(byStatus, "realized"), Of(byStatus, "existing"),
            Of(byStatus, "exited"));
    }

    private static long? Of(IReadOnlyDictionary<string, long>? counts, string status) =>
        counts is not null && counts.TryGetValue(status, out long count) ? count : null;
}
