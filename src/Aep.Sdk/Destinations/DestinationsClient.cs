using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations.Authoring;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Destinations;

/// <summary>Datasets and audiences out of Experience Platform.</summary>
public class DestinationsClient
{
    private readonly DatasetExporter _exporter;
    private readonly AudienceActivator _activator;
    private readonly StreamingActivator _streaming;

    /// <summary>For substitutes in tests.</summary>
    protected DestinationsClient() => (_exporter, _activator, _streaming, Authoring) = (null!, null!, null!, null!);

    internal DestinationsClient(
        AepPipeline pipeline, FlowsClient flows, MappingsClient mappings, DatasetsClient datasets, SchemasClient schemas)
    {
        var runs = new AdHocRuns(pipeline.Api(DestinationsJson.Default, RefitStubs.DestinationsApi), flows, pipeline.Options);
        var labels = new DatasetLabelReader(datasets, schemas);
        var guard = new ExportGuard(labels, new ProfileLabelReader(datasets, schemas, labels), pipeline.Options);
        _exporter = new DatasetExporter(flows, runs, guard, pipeline.Time);
        var attributes = new ProfileAttributes(schemas);
        _activator = new AudienceActivator(flows, mappings, runs, guard, attributes, pipeline.Time);
        _streaming = new StreamingActivator(flows, guard, attributes);
        Authoring = new AuthoringClient(pipeline);
    }

    /// <summary>Destination SDK: destinations of one's own.</summary>
    public virtual AuthoringClient Authoring { get; }

    /// <summary>
    /// Exports a dataset to the Data Landing Zone, now, and waits until the files are there. Connections and dataflow are reused when the
    /// same dataset has been exported to the same folder before.
    /// </summary>
    /// <remarks>
    /// A new dataflow is not ready at once: the service says so and the call tries again, up to
    /// <see cref="LandingZoneExport.ReadyTimeout"/>. The ad-hoc run of datasets (<c>POST
    /// /data/core/activation/disflowprovider/adhocrun</c>) is documented by Adobe but in no specification.
    /// </remarks>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="export">Folder and format.</param>
    /// <param name="progress">Told after each look at the run.</param>
    /// <param name="cancellationToken">Cancels the wait, not the run.</param>
    /// <exception cref="AepPermissionException">"Manage and Activate Dataset Destinations" is missing.</exception>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public virtual Task<DatasetExport> ExportDatasetAsync(
        string datasetId, LandingZoneExport export, IProgress<AepProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(datasetId);
        ArgumentNullException.ThrowIfNull(export);
        return ExportDatasetAsync(datasetId, export.ToDefinition(), progress, cancellationToken);
    }

    /// <summary>
    /// Exports a dataset to the Data Landing Zone, Amazon S3, Azure, Google Cloud Storage or SFTP, now, and waits until the files are
    /// there. Connections and dataflow are reused when the same dataset has been exported to the same folder in the same format before;
    /// credentials of an existing connection stay as they are.
    /// </summary>
    /// <remarks>
    /// A new dataflow is not ready at once: the service says so and the call tries again, up to
    /// <see cref="DatasetExportDefinition.ReadyTimeout"/>.
    /// </remarks>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="export">Where to and in which format.</param>
    /// <param name="progress">Told after each look at the run.</param>
    /// <param name="cancellationToken">Cancels the wait, not the run.</param>
    /// <exception cref="GovernanceViolationException">
    /// The dataset or a field carries a label of <see cref="DatasetExportDefinition.Guard"/>.
    /// </exception>
    /// <exception cref="AepPermissionException">"Manage and Activate Dataset Destinations" is missing.</exception>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public virtual Task<DatasetExport> ExportDatasetAsync(
        string datasetId, DatasetExportDefinition export, IProgress<AepProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(datasetId);
        ArgumentNullException.ThrowIfNull(export);
        return _exporter.ExportAsync(datasetId, export, progress, cancellationToken);
    }

    /// <summary>
    /// Exports a dataset by a schedule, without an export now. There is one such dataflow for a dataset and a folder: format, schedule and
    /// names become those of this call, so that the same rows are not exported twice. A start that lies whole intervals before or after
    /// that of the dataflow is no change.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="export">Where to and in which format.</param>
    /// <param name="schedule">When: <see cref="FlowSchedule.Export"/> or <see cref="FlowSchedule.ExportOnce"/>.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The dataflow's id. Wait for its runs with <see cref="FlowsClient.WaitForRunAsync"/>.</returns>
    /// <exception cref="GovernanceViolationException">
    /// The dataset or a field carries a label of <see cref="DatasetExportDefinition.Guard"/>.
    /// </exception>
    /// <exception cref="AepConflictException">The dataflow was changed by somebody else at the same time.</exception>
    public virtual Task<string> ScheduleDatasetExportAsync(
        string datasetId, DatasetExportDefinition export, FlowSchedule schedule, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(datasetId);
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(schedule);
        return _exporter.ScheduleAsync(datasetId, export, schedule, cancellationToken);
    }

    /// <summary>
    /// Writes the profiles of an evaluated segment to files on the Data Landing Zone, now, and waits until the files are there.
    /// Connections, mapping and dataflow are reused when the same segment has been activated to the same folder before; columns, format,
    /// keys, file name and schedule become those of this call.
    /// </summary>
    /// <remarks>
    /// The files hold the result of the segment's last evaluation. On Experience Platform at least an hour must lie between the first
    /// activation of a segment and its first ad-hoc run; until then the service answers 400.
    /// </remarks>
    /// <param name="segmentId">The segment.</param>
    /// <param name="activation">Folder and columns.</param>
    /// <param name="progress">Told after each look at the run.</param>
    /// <param name="cancellationToken">Cancels the wait, not the run.</param>
    /// <exception cref="UnknownAttributeException">No profile can have an attribute that was named. Nothing was created.</exception>
    /// <exception cref="GovernanceViolationException">
    /// An attribute that leaves carries a label of the guard. Nothing was created.
    /// </exception>
    /// <exception cref="AepRequestException">The segment is not in the schedule's range, or another request was refused.</exception>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public virtual Task<AudienceActivation> ActivateAudienceAsync(
        string segmentId, LandingZoneActivation activation, IProgress<AepProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        ArgumentNullException.ThrowIfNull(activation);
        return ActivateAudienceAsync(segmentId, activation.ToDefinition(), progress, cancellationToken);
    }

    /// <summary>
    /// Writes the profiles of an evaluated segment to files, now, and waits until they are there; a schedule goes on besides.
    /// Connections, mapping and dataflow are reused when the same segment has been activated to the same folder before; columns, format,
    /// keys, file name and schedule become those of this call. There is one dataflow for a segment and a folder: a second one would write
    /// the same persons twice.
    /// </summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="activation">Where to, and the columns.</param>
    /// <param name="progress">Told after each look at the run.</param>
    /// <param name="cancellationToken">Cancels the wait, not the run.</param>
    /// <exception cref="UnknownAttributeException">No profile can have an attribute that was named. Nothing was created.</exception>
    /// <exception cref="GovernanceViolationException">
    /// An attribute that leaves carries a label of the guard. Nothing was created.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The schedule does not begin today, or ends before it begins, or two columns have one name. Nothing was created.
    /// </exception>
    /// <exception cref="AepRequestException">The segment is not in the schedule's range, or another request was refused.</exception>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public virtual Task<AudienceActivation> ActivateAudienceAsync(
        string segmentId, AudienceFileDefinition activation, IProgress<AepProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        ArgumentNullException.ThrowIfNull(activation);
        return _activator.ActivateAsync(segmentId, activation, progress, cancellationToken);
    }

    /// <summary>
    /// Lets an audience be exported by its schedule (<see cref="AudienceFileDefinition.Schedule"/>), without an export now. Connections,
    /// mapping and dataflow are reused when the same segment has been activated to the same folder before; columns, format, keys, file name
    /// and schedule become those of this call.
    /// </summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="activation">Where to, the columns, and when.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The dataflow's id. Wait for its runs with <see cref="FlowsClient.WaitForRunAsync"/>.</returns>
    /// <exception cref="ArgumentException">
    /// The schedule ends before it begins, or two columns have one name. Nothing was created.
    /// </exception>
    /// <exception cref="UnknownAttributeException">No profile can have an attribute that was named. Nothing was created.</exception>
    /// <exception cref="GovernanceViolationException">
    /// An attribute that leaves carries a label of the guard. Nothing was created.
    /// </exception>
    /// <exception cref="AepConflictException">The dataflow was changed by somebody else at the same time.</exception>
    public virtual Task<string> ScheduleAudienceAsync(
        string segmentId, AudienceFileDefinition activation, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        ArgumentNullException.ThrowIfNull(activation);
        return _activator.ScheduleAsync(segmentId, activation, cancellationToken);
    }

    /// <summary>
    /// Adds an audience to a streaming destination, which is told of members as they come and go. Connections and dataflow are reused by
    /// their names.
    /// </summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="activation">The destination, and what it is told.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The dataflow's id.</returns>
    /// <exception cref="UnknownAttributeException">No profile can have an attribute that was named. Nothing was created.</exception>
    /// <exception cref="GovernanceViolationException">
    /// An attribute that leaves carries a label of the guard. Nothing was created.
    /// </exception>
    /// <exception cref="AepConflictException">The dataflow was changed by somebody else at the same time.</exception>
    public virtual Task<string> ActivateAudienceAsync(
        string segmentId, StreamingActivation activation, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        ArgumentNullException.ThrowIfNull(activation);
        return _streaming.ActivateAsync(segmentId, activation, cancellationToken);
    }
}
