using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.DataHygiene;

/// <summary>Looks each minute of the platform's clock whether a dataset has expired.</summary>
internal sealed class ExpirationClock(Expirations expirations, SandboxDirectory sandboxes, TimeProvider time)
    : PeriodicService(TimeSpan.FromMinutes(1), atStart: true, time)
{
    protected override void Look(DateTimeOffset now)
    {
        foreach (Sandbox sandbox in sandboxes.All)
            expirations.Execute(sandbox);
    }
}
