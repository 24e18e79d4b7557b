using Aep.Sdk.Flows;

namespace Aep.Sdk.LandingZones;

/// <summary>The folder of one export of a dataset.</summary>
/// <param name="Path">Its path: <c>{export path}/{datasetId}/exportTime={yyyyMMddHHmmss}</c>.</param>
/// <param name="ExportTime">When the dataset was exported, as in the folder's name.</param>
/// <param name="Files">Its data files, in the order of their paths.</param>
public sealed record ExportFolder(string Path, string ExportTime, IReadOnlyList<LandingZoneFile> Files)
{
    /// <summary>
    /// Whether a file was written after the run began. That says more than the numbers of the run, into which those of exports of profiles
    /// may be mixed.
    /// </summary>
    internal bool WasWrittenBy(FlowRun run)
    {
        // The storage tells whole seconds.
        long? began = (run.Metrics.DurationSummary.StartedAtUtc ?? run.CreatedAt) / 1000;
        return began is null || Files.Any(file => file.LastModified is not { } written || written.ToUnixTimeSeconds() >= began);
    }
}
