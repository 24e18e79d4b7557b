using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Segmentation;

/// <summary>The evaluation of a segment over all profiles.</summary>
public class SegmentJobOperation : AepOperation<SegmentJobResult>
{
    private readonly ISegmentationApi _api;
    private readonly string _segmentId;

    internal SegmentJobOperation(ISegmentationApi api, AepOptions options, string jobId, string segmentId)
        : base(jobId, options) => (_api, _segmentId) = (api, segmentId);

    /// <summary>For substitutes in tests.</summary>
    protected SegmentJobOperation() => (_api, _segmentId) = (null!, "");

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

    // A succeeded job names only the segments that some profile qualifies for.
    private SegmentJobResult Result(SegmentJob job) => new()
    {
        JobId = job.Id,
        SegmentId = _segmentId,
        QualifiedProfiles = job.Metrics.SegmentedProfileCounter.GetValueOrDefault(_segmentId),
        TotalProfiles = job.Metrics.TotalProfiles,
        Duration = job.Metrics.TotalTime?.TotalTimeInMs is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
    };
}
