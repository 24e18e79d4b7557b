using Refit;

namespace Aep.Sdk.Segmentation;

/// <summary>Export jobs (/export/jobs).</summary>
internal interface IProfileExportsApi
{
    private const string Base = "/data/core/ups/export/jobs";

    [Get(Base)]
    Task<ExportPage?> ListAsync(int offset, int limit, string? status, CancellationToken cancellationToken);

    [Post(Base)]
    Task<ProfileExportJob?> CreateAsync([Body] ProfileExportBody body, CancellationToken cancellationToken);

    [Get(Base + "/{id}")]
    Task<ProfileExportJob?> GetAsync(string id, CancellationToken cancellationToken);

    [Delete(Base + "/{id}")]
    Task CancelAsync(string id, CancellationToken cancellationToken);
}
