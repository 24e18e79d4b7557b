using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Segmentation;

/// <summary>
/// External audiences (<c>/data/core/ais/external-audience</c>): the members come from files in the Data Landing Zone or another storage.
/// First the
/// audience is created, then its files are ingested, as often as they change; an audience takes 10 ingestions, a sandbox 100 a day.
/// Segments and
/// destinations see the members after the sandbox's next daily segmentation. They are among the <see cref="SegmentationClient.Audiences"/>,
/// too.
/// </summary>
public class ExternalAudiencesClient
{
    private readonly IExternalAudiencesApi _api;
    private readonly AepOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected ExternalAudiencesClient() => (_api, _options) = (null!, null!);

    internal ExternalAudiencesClient(IExternalAudiencesApi api, AepOptions options) => (_api, _options) = (api, options);

    /// <summary>Asks for an external audience. Its files are not read yet. POST /external-audience/.</summary>
    /// <param name="definition">Its columns, and where its files lie.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The work, which goes on at AEP; its result has the id that the other methods take.</returns>
    /// <exception cref="ArgumentException">The definition is one that the service does not take.</exception>
    /// <exception cref="AepConflictException">There is such an audience.</exception>
    public virtual async Task<ExternalAudienceOperation> CreateAsync(
        ExternalAudienceDefinition definition, CancellationToken cancellationToken = default)
    {
        ExternalAudienceCheck.Definition(definition);
        ExternalAudienceCreation creation = (await _api.CreateAsync(definition, cancellationToken).ConfigureAwait(false))
            .Required("POST /external-audience/");
        return GetOperation(creation.OperationId.Required("POST /external-audience/"));
    }

    /// <summary>A creation that was asked for before, also by another process. GET /external-audience/operations/{id}.</summary>
    /// <param name="operationId">Its id.</param>
    public virtual ExternalAudienceOperation GetOperation(string operationId)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        return new ExternalAudienceOperation(_api, _options, operationId);
    }

    /// <summary>Changes description, access labels or expiration. PATCH /external-audience/{audienceId}.</summary>
    /// <param name="audienceId">The audience.</param>
    /// <param name="changes">What shall be otherwise; null members stay.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The audience as it is now.</returns>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<ExternalAudience> UpdateAsync(
        string audienceId, ExternalAudienceChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(audienceId);
        ArgumentNullException.ThrowIfNull(changes);
        ExternalAudienceCheck.Days(changes.TtlInDays, nameof(changes));
        return (await _api.UpdateAsync(audienceId, changes, cancellationToken).ConfigureAwait(false))
            .Required("PATCH /external-audience/{audienceId}");
    }

    /// <summary>
    /// Starts to take in the audience's files that were changed within a time. The service takes no second ingestion while one goes on.
    /// POST /external-audience/{audienceId}/runs.
    /// </summary>
    /// <param name="audienceId">The audience.</param>
    /// <param name="changedAfter">Files that were changed after this time, to the second.</param>
    /// <param name="changedBefore">And before this time; null for no bound.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The work, which goes on at AEP.</returns>
    /// <exception cref="ArgumentException">The second time is not after the first.</exception>
    /// <exception cref="AepNotFoundException">There is no such audience.</exception>
    public virtual async Task<ExternalAudienceRunOperation> IngestAsync(
        string audienceId, DateTimeOffset changedAfter, DateTimeOffset? changedBefore = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(audienceId);
        if (changedBefore <= changedAfter)
            throw new ArgumentException($"There is no time between {changedAfter:O} and {changedBefore:O}.", nameof(changedBefore));
        var body = new ExternalAudienceRunBody(changedAfter.ToUnixTimeSeconds(), changedBefore?.ToUnixTimeSeconds());
        ExternalAudienceRun run = (await _api.StartRunAsync(audienceId, body, cancellationToken).ConfigureAwait(false))
            .Required("POST /external-audience/{audienceId}/runs");
        return GetRunOperation(audienceId, run.RunId);
    }

    /// <summary>An ingestion that was started before, also by another process.</summary>
    /// <param name="audienceId">The audience.</param>
    /// <param name="runId">Id of the ingestion.</param>
    public virtual ExternalAudienceRunOperation GetRunOperation(string audienceId, string runId)
    {
        ArgumentException.ThrowIfNullOrEmpty(audienceId);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return new ExternalAudienceRunOperation(_api, _options, audienceId, runId);
    }

    /// <summary>The ingestions of an audience. The service gives them on one page. GET /external-audience/{audienceId}/runs.</summary>
    /// <param name="audienceId">The audience.</param>
    public virtual AepPageable<ExternalAudienceRun> ListRunsAsync(string audienceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(audienceId);
        return Pageable.OnOnePage(async cancellationToken =>
            (await _api.ListRunsAsync(audienceId, cancellationToken).ConfigureAwait(false))
                .Required("GET /external-audience/{audienceId}/runs").Runs);
    }

    /// <summary>An ingestion. GET /external-audience/{audienceId}/runs/{runId}.</summary>
    /// <param name="audienceId">The audience.</param>
    /// <param name="runId">Id of the ingestion.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<ExternalAudienceRun> GetRunAsync(
        string audienceId, string runId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(audienceId);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return (await _api.GetRunAsync(audienceId, runId, cancellationToken).ConfigureAwait(false))
            .Required("GET /external-audience/{audienceId}/runs/{runId}");
    }

    /// <summary>
    /// Lets the members stay for as long again as the audience was created for, 30 days where it said nothing; they are taken in again from
    /// the last
    /// ingestion that succeeded. POST /external-audience/extend-ttl/{audienceId}.
    /// </summary>
    /// <param name="audienceId">The audience.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Id and name of the audience.</returns>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<ExternalAudience> ExtendExpirationAsync(string audienceId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(audienceId);
        return (await _api.ExtendExpirationAsync(audienceId, cancellationToken).ConfigureAwait(false))
            .Required("POST /external-audience/extend-ttl/{audienceId}");
    }

    /// <summary>Deletes an external audience. DELETE /external-audience/{audienceId}.</summary>
    /// <param name="audienceId">The audience.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string audienceId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(audienceId);
        return _api.DeleteAsync(audienceId, cancellationToken);
    }
}
