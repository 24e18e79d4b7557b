using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Segmentation;

/// <summary>An estimate of how many profiles a rule would select.</summary>
public class EstimateOperation : AepOperation<AudienceEstimate>
{
    private readonly ISegmentationApi _api;

    internal EstimateOperation(ISegmentationApi api, AepOptions options, string previewId)
        : base(previewId, options) => _api = api;

    /// <summary>For substitutes in tests.</summary>
    protected EstimateOperation() => _api = null!;

    internal override string Name => "estimate";

    internal override async Task<OperationState<AudienceEstimate>> ReadStateAsync(CancellationToken cancellationToken)
    {
        AudienceEstimate estimate =
            (await _api.GetEstimateAsync(Id, cancellationToken).ConfigureAwait(false)).Required("GET /estimate/{id}");
        string status = estimate.State.ToString();
        if (estimate.State == EstimateState.ResultReady) return OperationState<AudienceEstimate>.Succeeded(status, estimate);
        return estimate.State == EstimateState.Failed
            ? OperationState<AudienceEstimate>.Failed(status, estimate.Error?.Description is { Length: > 0 } text ? [text] : [])
            : OperationState<AudienceEstimate>.Running(status);
    }
}
