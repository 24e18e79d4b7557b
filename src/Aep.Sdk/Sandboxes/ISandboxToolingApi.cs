using Refit;

namespace Aep.Sdk.Sandboxes;

/// <summary>Sandbox tooling (/data/foundation/exim): packages and their transfer.</summary>
internal interface ISandboxToolingApi
{
    private const string Base = "/data/foundation/exim";

    [Get(Base + "/packages")]
    Task<ToolingPage<SandboxPackage>?> ListPackagesAsync(
        int start, int limit, string? orderBy, string? status, CancellationToken cancellationToken);

    [Post(Base + "/packages")]
    Task<SandboxPackage?> CreatePackageAsync([Body] PackageBody body, CancellationToken cancellationToken);

    [Put(Base + "/packages")]
    Task<SandboxPackage?> UpdatePackageAsync([Body] PackageUpdate body, CancellationToken cancellationToken);

    [Get(Base + "/packages/{packageId}")]
    Task<SandboxPackage?> GetPackageAsync(string packageId, CancellationToken cancellationToken);

    [Delete(Base + "/packages/{packageId}")]
    Task DeletePackageAsync(string packageId, CancellationToken cancellationToken);

    [Get(Base + "/packages/{packageId}/export")]
    Task<PackageJob?> PublishAsync(string packageId, int? expiryPeriod, CancellationToken cancellationToken);

    [Put(Base + "/packages/update")]
    Task<SandboxPackage?> MakePublicAsync([Body] PackagePublication body, CancellationToken cancellationToken);

    [Get(Base + "/packages/{packageId}/import")]
    Task<ImportCandidate[]?> GetImportCandidatesAsync(string packageId, string targetSandbox, CancellationToken cancellationToken);

    [Put(Base + "/packages/import")]
    Task<PackageJob?> ImportAsync([Body] PackageImport body, CancellationToken cancellationToken);

    [Post(Base + "/packages/{packageId}/children")]
    Task<ArtifactDependencies[]?> GetDependenciesAsync(string packageId, [Body] ArtifactBody[] body, CancellationToken cancellationToken);

    [Get(Base + "/packages/preflight/{packageId}/export")]
    Task<PackagePermissions?> CheckPermissionsAsync(string packageId, string targetSandbox, CancellationToken cancellationToken);

    [Get(Base + "/packages/payload/{packageId}")]
    Task<PayloadReference?> GetPayloadAsync(string packageId, CancellationToken cancellationToken);

    [Get(Base + "/packages/jobs")]
    Task<ToolingPage<PackageJobSummary>?> ListJobsAsync(
        int start, int limit, string? orderBy, string? status, string? jobStatus, string? jobType, string? requestType,
        CancellationToken cancellationToken);

    [Get(Base + "/tools/job/{jobId}")]
    Task<JobAnswer?> GetJobAsync(string jobId, CancellationToken cancellationToken);

    [Post(Base + "/handshake/bulkCreate")]
    Task<PartnershipRequests?> RequestPartnershipsAsync([Body] PartnershipBody body, CancellationToken cancellationToken);

    [Post(Base + "/handshake/action")]
    Task<Partnership?> AnswerPartnershipAsync([Body] PartnershipAnswerBody body, CancellationToken cancellationToken);

    [Get(Base + "/handshake/list")]
    Task<ToolingPage<Partnership>?> ListPartnershipsAsync(
        string requestType, int start, int limit, string? orderBy, string? property, CancellationToken cancellationToken);

    [Post(Base + "/transfer")]
    Task<PackageTransfer[]?> ShareAsync([Body] TransferBody body, CancellationToken cancellationToken);

    [Get(Base + "/transfer/{transferId}")]
    Task<PackageTransfer?> GetTransferAsync(string transferId, CancellationToken cancellationToken);

    [Get(Base + "/transfer/list")]
    Task<ToolingPage<PackageTransfer>?> ListTransfersAsync(
        string requestType, int start, int limit, string? orderBy, string? property, CancellationToken cancellationToken);

    [Post(Base + "/transfer/pullRequest")]
    Task<PackageTransfer?> PullAsync([Body] PayloadReference body, CancellationToken cancellationToken);
}
