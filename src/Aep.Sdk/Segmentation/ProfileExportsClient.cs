using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Segmentation;

/// <summary>Exports of profiles, or of the members of segments, to datasets (<c>/export/jobs</c>).</summary>
public class ProfileExportsClient
{
    private const int PageSize = 100;
    private readonly IProfileExportsApi _api;
    private readonly AepOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected ProfileExportsClient() => (_api, _options) = (null!, null!);

    internal ProfileExportsClient(IProfileExportsApi api, AepOptions options) => (_api, _options) = (api, options);

    /// <summary>The export jobs, page by page. GET /export/jobs.</summary>
    /// <param name="status">Only those in this state, or null for all.</param>
    public virtual AepPageable<ProfileExportJob> ListAsync(ExportJobStatus? status = null) =>
        Pageable.ByOffset<ProfileExportJob>(PageSize, async (offset, size, cancellationToken) =>
            (await _api.ListAsync(offset, size, status?.Value,
                cancellationToken).ConfigureAwait(false)).Required("GET /export/jobs").Records);

    /// <summary>Starts an export. POST /export/jobs.</summary>
    /// <param name="definition">What goes where.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<ProfileExportOperation> StartAsync(
        ProfileExportDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ProfileExportJob job = (await _api.CreateAsync(ProfileExportBody.From(definition), cancellationToken).ConfigureAwait(false))
            .Required("POST /export/jobs");
        return GetOperation(job.Id);
    }

    /// <summary>An export that was started before, also by another process.</summary>
    /// <param name="id">Its id.</param>
    public virtual ProfileExportOperation GetOperation(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new ProfileExportOperation(_api, id, _options);
    }

    /// <summary>Cancels an export, or takes it off the list. DELETE /export/jobs/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task CancelAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.CancelAsync(id, cancellationToken);
    }
}
