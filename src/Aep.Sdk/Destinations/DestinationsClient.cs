using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.Destinations;

/// <summary>Datasets and audiences out of Experience Platform, to files on the Data Landing Zone.</summary>
public class DestinationsClient
{
    private readonly DatasetExporter _exporter;
    private readonly AudienceActivator _activator;

    /// <summary>For substitutes in tests.</summary>
    protected DestinationsClient() => (_exporter, _activator) = (null!, null!);

    internal DestinationsClient(AepPipeline pipeline, FlowsClient flows, MappingsClient mappings)
    {
        var runs = new AdHocRuns(pipeline.Api<IDestinationsApi>(DestinationsJson.Default), flows, pipeline.Options);
        _exporter = new DatasetExporter(flows, runs, pipeline.Time);
        _activator = new AudienceActivator(flows, mappings, runs, pipeline.Time);
    }

    /// <summary>
    /// Exports a dataset to the Data Landing Zone, now, and waits until the files are there. Connections and dataflow are reused when the same
    /// dataset has been exported to the same folder before.
    /// </summary>
    /// <remarks>
    /// A new dataflow is not ready at once: the service says so and the call tries again, up to <see cref="LandingZoneExport.ReadyTimeout"/>.
    /// The ad-hoc run of datasets (<c>POST /data/core/activation/disflowprovider/adhocrun</c>) is documented by Adobe but in no specification.
    /// Do not export data labelled C9, PSPD or RHD.
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
        return _exporter.ExportAsync(datasetId, export, progress, cancellationToken);
    }

    /// <summary>
    /// Writes the profiles of an evaluated segment to CSV files on the Data Landing Zone, now, and waits until the files are there. Connections,
    /// mapping and dataflow are reused when the same segment has been activated to the same folder before; the columns are then those of the first time.
    /// </summary>
    /// <remarks>
    /// The files hold the result of the segment's last evaluation. On Experience Platform at least an hour must lie between the first activation of
    /// a segment and its first ad-hoc run; until then the service answers 400.
    /// </remarks>
    /// <param name="segmentId">The segment.</param>
    /// <param name="activation">Folder and columns.</param>
    /// <param name="progress">Told after each look at the run.</param>
    /// <param name="cancellationToken">Cancels the wait, not the run.</param>
    /// <exception cref="AepRequestException">The segment is not in the schedule's range, or another request was refused.</exception>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public virtual Task<AudienceActivation> ActivateAudienceAsync(
        string segmentId, LandingZoneActivation activation, IProgress<AepProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(segmentId);
        ArgumentNullException.ThrowIfNull(activation);
        return _activator.ActivateAsync(segmentId, activation, progress, cancellationToken);
    }
}
