using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>
/// At the start, takes up the work that an earlier run of the platform did not finish. What can be done again without harm is done again;
/// an export that had begun has failed, because nobody knows how far it came.
/// </summary>
internal sealed class SegmentationRecovery(
    SandboxDirectory sandboxes, SegmentJobs segmentJobs, ExportJobs exportJobs, ExternalAudienceOperations externalAudiences,
    ExternalAudienceRuns externalRuns) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (Sandbox sandbox in sandboxes.All)
        {
            segmentJobs.Resume(sandbox);
            exportJobs.Resume(sandbox);
            externalAudiences.Resume(sandbox);
            externalRuns.Resume(sandbox);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
