using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.LandingZones;

/// <summary>Files of the landing zone into datasets.</summary>
public static class LandingZoneIngestionExtensions
{
    /// <summary>
    /// Takes the files of a folder of the landing zone into a dataset: mapping set, connections and dataflow, each reused if the dataflow exists,
    /// then waits until a run has read files. The dataflow goes on afterwards: what is dropped later is taken, too.
    /// </summary>
    /// <param name="aep">The client.</param>
    /// <param name="ingestion">What and how.</param>
    /// <param name="progress">Told after each look.</param>
    /// <param name="cancellationToken">Cancels the wait, not the dataflow.</param>
    /// <returns>The first run that began after the call and has read records.</returns>
    /// <exception cref="ArgumentException">The mapping has no target schema.</exception>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public static async Task<FlowRun> IngestFromLandingZoneAsync(
        this AepClient aep, LandingZoneIngestion ingestion, IProgress<AepProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(aep);
        ArgumentNullException.ThrowIfNull(ingestion);
        string schemaId = ingestion.Mapping.OutputSchemaId ?? throw new ArgumentException("The mapping needs a target schema: MappingSetDefinition.ForSchema(…).", nameof(ingestion));
        Flow? existing = await aep.Flows.FindByNameAsync(ingestion.Name, cancellationToken).ConfigureAwait(false);
        HashSet<string> earlier = existing is null
            ? []
            : await aep.Flows.Runs.ListAsync(existing.Id).Select(run => run.Id).ToHashSetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        string flowId = existing?.Id ?? await CreateAsync(aep, ingestion, schemaId, cancellationToken).ConfigureAwait(false);
        if (existing?.State == FlowState.Disabled) await aep.Flows.EnableAsync(flowId, cancellationToken).ConfigureAwait(false);
        var selection = new FlowRunSelection { ExceptRunIds = earlier, Where = HasReadOrFailed };
        return await aep.Flows.WaitForRunAsync(flowId, selection, progress, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string> CreateAsync(AepClient aep, LandingZoneIngestion ingestion, string schemaId, CancellationToken cancellationToken)
    {
        LandingZoneCredentials zone = await aep.LandingZones.GetCredentialsAsync(LandingZoneType.UserDropZone, cancellationToken).ConfigureAwait(false);
        MappingSet mapping = await aep.Mappings.CreateAsync(ingestion.Mapping, cancellationToken).ConfigureAwait(false);
        var source = new LandingZoneSourceDefinition(ingestion.Name)
        {
            Path = $"{zone.Root}/{ingestion.Folder.Trim('/')}",
            DatasetId = ingestion.DatasetId,
            SchemaId = schemaId,
            MappingSetId = mapping.Id,
            MappingSetVersion = mapping.Version,
            Interval = ingestion.Interval,
        };
        return await aep.Flows.Sources.GetOrCreateLandingZoneSourceAsync(source, cancellationToken).ConfigureAwait(false);
    }

    // Runs that found nothing new are no answer.
    private static bool HasReadOrFailed(FlowRun run) =>
        run.Metrics.RecordSummary.InputRecordCount > 0 || run.Metrics.FileSummary.InputFileCount > 0 || run.Status == FlowRunStatus.Failed;
}
