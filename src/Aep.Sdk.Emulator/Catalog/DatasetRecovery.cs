using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>At the start, deletes the rows of datasets that the last run has deleted without coming to their rows.</summary>
internal sealed class DatasetRecovery(SandboxDirectory sandboxes) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (Sandbox sandbox in sandboxes.All)
        {
            foreach (string id in sandbox.Lake.Datasets.Where(id => sandbox.Documents[DatasetService.Kind].Find(id) is null))
                sandbox.Lake.Drop(id);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
