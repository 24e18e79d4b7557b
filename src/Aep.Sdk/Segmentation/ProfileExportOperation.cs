using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Segmentation;

/// <summary>An export of profiles to a dataset.</summary>
public class ProfileExportOperation : AepOperation<ProfileExportJob>
{
    private readonly IProfileExportsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ProfileExportOperation() => _api = null!;

    internal ProfileExportOperation(IProfileExportsApi api, string id, AepOptions options)
        : base(id, options) => _api = api;

    internal override string Name => "profile export job";

    internal override async Task<OperationState<ProfileExportJob>> ReadStateAsync(CancellationToken cancellationToken)
    {
        ProfileExportJob job = (await _api.GetAsync(Id, cancellationToken).ConfigureAwait(false)).Required("GET /export/jobs/{id}");
        string status = job.Status?.Value ?? "";
        if (job.Status == ExportJobStatus.Succeeded)
            return OperationState<ProfileExportJob>.Succeeded(status, job);
        return job.Status == ExportJobStatus.Failed || job.Status == ExportJobStatus.Cancelled
            ? OperationState<ProfileExportJob>.Failed(status, [.. job.Errors.Select(error => $"{error.Code}: {error.Message}")])
            : OperationState<ProfileExportJob>.Running(status);
    }
}
