using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// Takes expired rows out of the lake: at the start and each week of the platform's clock, as Adobe's retention job does.
/// </summary>
internal sealed class RowExpirationClock(ExpiredRows expired, SandboxDirectory sandboxes, BackgroundWork work, TimeProvider time)
    : PeriodicService(TimeSpan.FromDays(7), atStart: true, time)
{
    protected override void Look(DateTimeOffset now)
    {
        foreach (Sandbox sandbox in sandboxes.All)
            work.StartNow("row expiration", token => Run(sandbox, token), _ => { }); // logged; the next look tries again
    }

    private Task Run(Sandbox sandbox, CancellationToken cancellationToken)
    {
        expired.TakeOut(sandbox, cancellationToken);
        return Task.CompletedTask;
    }
}
