using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>
/// Tells the source flows of a sandbox that a file has arrived, and at the start that some may have; first it ends what an earlier run of
/// the platform left.
/// </summary>
internal sealed class LandingZoneWatcher(
    SandboxDirectory sandboxes, StorageAccounts accounts, BlobStore blobs, FileImports imports, RunRecovery recovery) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        blobs.Written += OnWritten;
        foreach (Sandbox sandbox in sandboxes.All)
        {
            recovery.Recover(sandbox);
            imports.LookForFiles(sandbox);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        blobs.Written -= OnWritten;
        return Task.CompletedTask;
    }

    private void OnWritten(string account, string container, string name)
    {
        if (container != BlobStore.UserContainer)
            return;
        foreach (Sandbox sandbox in sandboxes.All.Where(sandbox => accounts.Of(sandbox).Name == account))
            imports.LookForFiles(sandbox);
    }
}
