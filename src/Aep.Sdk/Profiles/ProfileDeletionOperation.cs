using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Profiles;

/// <summary>A request to delete the data of a dataset from the profile store.</summary>
public class ProfileDeletionOperation : AepOperation<ProfileSystemJob>
{
    private readonly IProfilesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ProfileDeletionOperation() => _api = null!;

    internal ProfileDeletionOperation(IProfilesApi api, string id, AepOptions options)
        : base(id, options) => _api = api;

    internal override string Name => "profile system job";

    internal override async Task<OperationState<ProfileSystemJob>> ReadStateAsync(CancellationToken cancellationToken)
    {
        ProfileSystemJob job =
            (await _api.GetSystemJobAsync(Id, cancellationToken).ConfigureAwait(false)).Required("GET /system/jobs/{id}");
        string status = job.Status?.Value ?? "";
        if (job.Status == ProfileSystemJobStatus.Completed || job.Status == ProfileSystemJobStatus.Success)
            return OperationState<ProfileSystemJob>.Succeeded(status, job);
        return job.Status == ProfileSystemJobStatus.Error || job.Status == ProfileSystemJobStatus.Failed
            ? OperationState<ProfileSystemJob>.Failed(status, job.Metrics is { Length: > 0 } metrics ? [metrics] : [])
            : OperationState<ProfileSystemJob>.Running(status);
    }
}
