using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>At the start, runs the delete requests that an earlier run of the platform did not finish.</summary>
internal sealed class SystemJobRecovery(SandboxDirectory sandboxes, SystemJobs jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (Sandbox sandbox in sandboxes.All)
            jobs.Resume(sandbox);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
