using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>At the start, goes on with what the last run left.</summary>
internal sealed class BatchRecovery(SandboxDirectory sandboxes, BatchService batches) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (Sandbox sandbox in sandboxes.All)
            batches.Resume(sandbox);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
