using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>Packages (<c>/exim/packages</c>): objects of a sandbox, published, then imported into another.</summary>
public class SandboxPackagesClient
{
    private readonly ISandboxToolingApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected SandboxPackagesClient() => _api = null!;

    internal SandboxPackagesClient(ISandboxToolingApi api) => _api = api;

    /// <summary>The packages, page by page. GET /packages.</summary>
    /// <param name="status">Only those in this state, or null for all.</param>
    /// <param name="orderBy">Order such as <c>desc:created</c>, or null.</param>
    public virtual AepPageable<SandboxPackage> ListAsync(PackageStatus? status = null, string? orderBy = null) => ToolingPaging.List(
        "GET /packages", (page, size, cancellationToken) => _api.ListPackagesAsync(page, size, orderBy, status?.Value, cancellationToken));

    /// <summary>A package. GET /packages/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<SandboxPackage> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetPackageAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /packages/{packageID}");
    }

    /// <summary>Creates a package, as a draft. POST /packages.</summary>
    /// <param name="definition">The package.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<SandboxPackage> CreateAsync(PackageDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreatePackageAsync(PackageBody.From(definition), cancellationToken).ConfigureAwait(false))
            .Required("POST /packages");
    }

    /// <summary>Adds objects to a draft. PUT /packages.</summary>
    /// <param name="id">Id of the package.</param>
    /// <param name="artifacts">The objects.</param>
    /// <param name="expiry">When the package expires; null for the service's choice, 90 days from now.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task<SandboxPackage> AddArtifactsAsync(
        string id, IEnumerable<PackageArtifact> artifacts, DateTimeOffset? expiry = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(artifacts);
        return UpdateAsync(
            new PackageUpdate(id, "ADD") { Artifacts = [.. artifacts.Select(ArtifactBody.From)], Expiry = PackageBody.Time(expiry) },
            cancellationToken);
    }

    /// <summary>Takes objects out of a draft. PUT /packages.</summary>
    /// <param name="id">Id of the package.</param>
    /// <param name="artifacts">The objects.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task<SandboxPackage> RemoveArtifactsAsync(
        string id, IEnumerable<PackageArtifact> artifacts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(artifacts);
        return UpdateAsync(new PackageUpdate(id, "DELETE") { Artifacts = [.. artifacts.Select(ArtifactBody.From)] }, cancellationToken);
    }

    /// <summary>Changes name, description and source of a draft. PUT /packages.</summary>
    /// <param name="id">Id of the package.</param>
    /// <param name="name">The new name, or null to leave it.</param>
    /// <param name="description">The new description, or null to leave it.</param>
    /// <param name="sourceSandbox">The new source, or null to leave it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task<SandboxPackage> UpdateAsync(
        string id, string? name = null, string? description = null, SandboxReference? sourceSandbox = null,
        CancellationToken cancellationToken = default) =>
        UpdateAsync(
            new PackageUpdate(id, "UPDATE") { Name = name, Description = description, SourceSandbox = sourceSandbox }, cancellationToken);

    /// <summary>Deletes a package. DELETE /packages/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeletePackageAsync(id, cancellationToken);
    }

    /// <summary>Publishes a package, so that it can be imported. GET /packages/{id}/export.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="expiryDays">After how many days it expires; null for the service's choice, 90.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The job; <see cref="GetJobAsync"/> tells how it is getting on.</returns>
    public virtual async Task<PackageJob> PublishAsync(
        string id, int? expiryDays = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.PublishAsync(id, expiryDays, cancellationToken).ConfigureAwait(false))
            .Required("GET /packages/{packageID}/export");
    }

    /// <summary>Lets every organisation import a package. PUT /packages/update.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<SandboxPackage> MakePublicAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.MakePublicAsync(new PackagePublication(id), cancellationToken).ConfigureAwait(false))
            .Required("PUT /packages/update");
    }

    /// <summary>What a sandbox has in the place of a package's objects. GET /packages/{id}/import.</summary>
    /// <param name="id">Id of the package.</param>
    /// <param name="targetSandbox">Name of the sandbox.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<ImportCandidate>> GetImportCandidatesAsync(
        string id, string targetSandbox, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(targetSandbox);
        return (await _api.GetImportCandidatesAsync(id, targetSandbox, cancellationToken).ConfigureAwait(false))
            .Required("GET /packages/{packageID}/import");
    }

    /// <summary>Imports a package. PUT /packages/import.</summary>
    /// <param name="import">What goes where.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The job; <see cref="GetJobAsync"/> tells how it is getting on.</returns>
    public virtual async Task<PackageJob> ImportAsync(PackageImport import, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(import);
        return (await _api.ImportAsync(import, cancellationToken).ConfigureAwait(false)).Required("PUT /packages/import");
    }

    /// <summary>What objects of a published package need directly. POST /packages/{id}/children.</summary>
    /// <param name="id">Id of the package.</param>
    /// <param name="artifacts">The objects.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>One for each object.</returns>
    public virtual async Task<IReadOnlyList<ArtifactDependencies>> GetDependenciesAsync(
        string id, IEnumerable<PackageArtifact> artifacts, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(artifacts);
        return (await _api.GetDependenciesAsync(id, [.. artifacts.Select(ArtifactBody.From)], cancellationToken).ConfigureAwait(false))
            .Required("POST /packages/{packageID}/children");
    }

    /// <summary>Whether the caller may import the objects of a package. GET /packages/preflight/{id}/export.</summary>
    /// <param name="id">Id of the package.</param>
    /// <param name="targetSandbox">Name of the sandbox.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<PackagePermissions> CheckPermissionsAsync(
        string id, string targetSandbox, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(targetSandbox);
        return (await _api.CheckPermissionsAsync(id, targetSandbox, cancellationToken).ConfigureAwait(false))
            .Required("GET /packages/preflight/{packageID}/export");
    }

    /// <summary>The jobs that publish and import packages, page by page. GET /packages/jobs.</summary>
    /// <param name="filter">Which of them, or null for all.</param>
    public virtual AepPageable<PackageJobSummary> ListJobsAsync(PackageJobFilter? filter = null) => ToolingPaging.List(
        "GET /packages/jobs",
        (page, size, cancellationToken) => _api.ListJobsAsync(page, size, filter?.OrderBy, filter?.PackageStatus?.Value,
            filter?.JobStatus, filter?.JobType, filter?.RequestType, cancellationToken));

    /// <summary>A job with what it has done. GET /tools/job/{id}.</summary>
    /// <param name="jobId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<PackageJobDetails> GetJobAsync(string jobId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobId);
        JobAnswer answer = (await _api.GetJobAsync(jobId, cancellationToken).ConfigureAwait(false)).Required("GET /tools/job/{jobID}");
        return answer.Object ?? throw new AepException($"GET /tools/job/{{jobID}} has no job {jobId}: {answer.Message}");
    }

    private async Task<SandboxPackage> UpdateAsync(PackageUpdate update, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(update.Id);
        return (await _api.UpdatePackageAsync(update, cancellationToken).ConfigureAwait(false)).Required("PUT /packages");
    }
}
