using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Segmentation;

/// <summary>An ingestion of the members of an external audience.</summary>
public class ExternalAudienceRunOperation : AepOperation<ExternalAudienceRun>
{
    private readonly IExternalAudiencesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ExternalAudienceRunOperation() => (_api, AudienceId) = (null!, "");

    internal ExternalAudienceRunOperation(IExternalAudiencesApi api, AepOptions options, string audienceId, string runId)
        : base(runId, options) => (_api, AudienceId) = (api, audienceId);

    /// <summary>Id of the audience.</summary>
    public virtual string AudienceId { get; }

    internal override string Name => "external audience ingestion";

    internal override async Task<OperationState<ExternalAudienceRun>> ReadStateAsync(CancellationToken cancellationToken)
    {
        ExternalAudienceRun run = (await _api.GetRunAsync(AudienceId, Id, cancellationToken).ConfigureAwait(false))
            .Required("GET /external-audience/{audienceId}/runs/{runId}");
        string status = run.Status?.Value ?? "";
        if (run.Status == ExternalAudienceStatus.Success) return OperationState<ExternalAudienceRun>.Succeeded(status, run);
        return run.Status == ExternalAudienceStatus.Failed
            ? OperationState<ExternalAudienceRun>.Failed(
                status, [.. run.Details.Where(stage => stage.Status == ExternalAudienceStatus.Failed).Select(Failure)])
            : OperationState<ExternalAudienceRun>.Running(status);
    }

    private static string Failure(ExternalAudienceStage stage) =>
        $"{stage.Stage} has failed; its flow run {stage.FlowRunId} says why (Flows.Runs).";
}
