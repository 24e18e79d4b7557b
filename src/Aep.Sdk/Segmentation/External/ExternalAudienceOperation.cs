using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Segmentation;

/// <summary>The creation of an external audience; its result has the audience's id.</summary>
public class ExternalAudienceOperation : AepOperation<ExternalAudience>
{
    private readonly IExternalAudiencesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ExternalAudienceOperation() => _api = null!;

    internal ExternalAudienceOperation(IExternalAudiencesApi api, AepOptions options, string id)
        : base(id, options) => _api = api;

    internal override string Name => "external audience";

    internal override async Task<OperationState<ExternalAudience>> ReadStateAsync(CancellationToken cancellationToken)
    {
        ExternalAudienceCreation creation = (await _api.GetCreationAsync(Id, cancellationToken).ConfigureAwait(false))
            .Required("GET /external-audience/operations/{id}");
        string status = creation.Status.ToString();
        if (creation.Status == ExternalAudienceStatus.Success)
            return OperationState<ExternalAudience>.Succeeded(status, creation.ToAudience());
        // How a failure is explained is not documented: whatever else the service says may be it.
        return creation.Status == ExternalAudienceStatus.Failed
            ? OperationState<ExternalAudience>.Failed(
                status, [.. creation.Additional?.Select(member => $"{member.Key}: {member.Value}") ?? []])
            : OperationState<ExternalAudience>.Running(status);
    }
}
