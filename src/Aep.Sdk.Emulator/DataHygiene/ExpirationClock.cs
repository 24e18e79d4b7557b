using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DataHygiene;

/// <summary>Looks each minute of the platform's clock whether a dataset has expired.</summary>
internal sealed class ExpirationClock(Expirations expirations, SandboxDirectory sandboxes, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            foreach (Sandbox sandbox in sandboxes.All)
                expirations.Execute(sandbox);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
