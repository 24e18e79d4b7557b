using System.Globalization;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.LandingZones;

/// <summary>Files of the landing zone into datasets.</summary>
public static class LandingZoneIngestionExtensions
{
    /// <summary>
    /// Takes the files of a folder of the landing zone into a dataset: mapping set, connections and dataflow, all reused if the dataflow
    /// exists, then waits until a run has read files. The dataflow goes on afterwards: what is dropped later is taken, too.
    /// </summary>
    /// <remarks>
    /// With a dataflow that exists, files that it has taken before are no reason for a run: drop them with <see cref="IngestFileAsync"/>.
    /// </remarks>
    /// <param name="aep">The client.</param>
    /// <param name="ingestion">What and how.</param>
    /// <param name="progress">Told after each look.</param>
    /// <param name="cancellationToken">Cancels the wait, not the dataflow.</param>
    /// <returns>
    /// The first run that began after the call and has read records; its <see cref="FlowRun.Outcome"/> says whether all of them are in the
    /// dataset.
    /// </returns>
    /// <exception cref="ArgumentException">The mapping has no target schema.</exception>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public static Task<FlowRun> IngestFromLandingZoneAsync(
        this AepClient aep, LandingZoneIngestion ingestion, IProgress<AepProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(aep);
        ArgumentNullException.ThrowIfNull(ingestion);
        return RunAsync(aep, ingestion, _ => Task.CompletedTask, progress, cancellationToken);
    }

    /// <summary>
    /// Takes a file of the disk through the landing zone into a dataset: mapping set, connections and dataflow, all reused if the dataflow
    /// exists, then the file in a folder of its own, <c>{folder}/exportTime={yyyyMMddHHmmssfff}/{file}</c>, then the wait for the run that
    /// reads it.
    /// </summary>
    /// <param name="aep">The client.</param>
    /// <param name="ingestion">What and how.</param>
    /// <param name="localPath">The file of the disk.</param>
    /// <param name="options">How the file is moved.</param>
    /// <param name="progress">Told after each look.</param>
    /// <param name="cancellationToken">Cancels upload and wait, not the dataflow.</param>
    /// <returns>The run, with the id of its dataflow; its <see cref="FlowRun.Outcome"/> says whether all rows are in the dataset.</returns>
    /// <exception cref="ArgumentException">The mapping has no target schema.</exception>
    /// <exception cref="FileNotFoundException">There is no such file; nothing was created.</exception>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public static Task<FlowRun> IngestFileAsync(
        this AepClient aep, LandingZoneIngestion ingestion, string localPath, LandingZoneOptions? options = null,
        IProgress<AepProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(aep);
        ArgumentNullException.ThrowIfNull(ingestion);
        if (!File.Exists(localPath)) throw new FileNotFoundException(
            $"There is no file {Path.GetFullPath(localPath)} to ingest.", localPath);
        return RunAsync(
            aep, ingestion, token => UploadAsync(aep, ingestion.Folder, localPath, options, token), progress, cancellationToken);
    }

    private static async Task<FlowRun> RunAsync(
        AepClient aep, LandingZoneIngestion ingestion, Func<CancellationToken, Task> upload, IProgress<AepProgress>? progress,
        CancellationToken cancellationToken)
    {
        string schemaId = ingestion.Mapping.OutputSchemaId
            ?? throw new ArgumentException("The mapping needs a target schema: MappingSetDefinition.ForSchema(…).", nameof(ingestion));
        Flow? existing = await aep.Flows.FindByNameAsync(ingestion.Name, cancellationToken).ConfigureAwait(false);
        HashSet<string> earlier = existing is null
            ? []
            : await aep.Flows.Runs.ListAsync(existing.Id).Select(run => run.Id).ToHashSetAsync(cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        string flowId = existing?.Id ?? await CreateAsync(aep, ingestion, schemaId, cancellationToken).ConfigureAwait(false);
        if (existing?.State == FlowState.Disabled) await aep.Flows.EnableAsync(flowId, cancellationToken).ConfigureAwait(false);
        await upload(cancellationToken).ConfigureAwait(false);
        var selection = new FlowRunSelection { ExceptRunIds = earlier, Where = HasReadOrFailed };
        FlowRun run = await aep.Flows.WaitForRunAsync(flowId, selection, progress, cancellationToken).ConfigureAwait(false);
        return run with { FlowId = flowId };
    }

    private static async Task<string> CreateAsync(
        AepClient aep, LandingZoneIngestion ingestion, string schemaId, CancellationToken cancellationToken)
    {
        LandingZoneCredentials zone =
            await aep.LandingZones.GetCredentialsAsync(LandingZoneType.UserDropZone, cancellationToken).ConfigureAwait(false);
        MappingSet mapping = await aep.Mappings.CreateAsync(ingestion.Mapping, cancellationToken).ConfigureAwait(false);
        var source = new LandingZoneSourceDefinition(ingestion.Name)
        {
            Path = $"{zone.Root}/{ingestion.Folder.Trim('/')}",
            Files = ingestion.Files,
            DatasetId = ingestion.DatasetId,
            SchemaId = schemaId,
            MappingSetId = mapping.Id,
            MappingSetVersion = mapping.Version,
            Options = ingestion.Options,
            Interval = ingestion.Interval,
        };
        return await aep.Flows.Sources.GetOrCreateLandingZoneSourceAsync(source, cancellationToken).ConfigureAwait(false);
    }

    // A folder of its own: a file that was taken once is not taken again.
    private static async Task UploadAsync(
        AepClient aep, string folder, string localPath, LandingZoneOptions? options, CancellationToken cancellationToken)
    {
        string time = aep.Options.TimeProvider.GetUtcNow().ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        using LandingZoneContainer zone =
            await LandingZoneContainer.OpenAsync(aep, LandingZoneType.UserDropZone, options, cancellationToken).ConfigureAwait(false);
        await zone.UploadFileAsync($"{folder.Trim('/')}/exportTime={time}/{Path.GetFileName(localPath)}", localPath, cancellationToken)
            .ConfigureAwait(false);
    }

    // Runs that found nothing new are no answer.
    private static bool HasReadOrFailed(FlowRun run) =>
        run.Metrics.RecordSummary.InputRecordCount > 0 || run.Metrics.FileSummary.InputFileCount > 0 || run.Status == FlowRunStatus.Failed;
}
