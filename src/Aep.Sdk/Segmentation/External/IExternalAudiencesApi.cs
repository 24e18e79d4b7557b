using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Segmentation;

/// <summary>External audiences (/core/ais/external-audience).</summary>
internal interface IExternalAudiencesApi
{
    private const string Base = "/data/core/ais/external-audience";
    private const string Page = "Experience League: Segmentation Service, external audiences endpoint";

    [OutsideSpec(Page)]
    [Post(Base + "/")]
    Task<ExternalAudienceCreation?> CreateAsync([Body] ExternalAudienceDefinition body, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Get(Base + "/operations/{operationId}")]
    Task<ExternalAudienceCreation?> GetCreationAsync(string operationId, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Patch(Base + "/{audienceId}")]
    Task<ExternalAudience?> UpdateAsync(string audienceId, [Body] ExternalAudienceChanges body, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Post(Base + "/{audienceId}/runs")]
    Task<ExternalAudienceRun?> StartRunAsync(string audienceId, [Body] ExternalAudienceRunBody body, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Get(Base + "/{audienceId}/runs")]
    Task<ExternalAudienceRuns?> ListRunsAsync(string audienceId, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Get(Base + "/{audienceId}/runs/{runId}")]
    Task<ExternalAudienceRun?> GetRunAsync(string audienceId, string runId, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Post(Base + "/extend-ttl/{audienceId}")]
    Task<ExternalAudience?> ExtendExpirationAsync(string audienceId, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Delete(Base + "/{audienceId}")]
    Task DeleteAsync(string audienceId, CancellationToken cancellationToken);
}
