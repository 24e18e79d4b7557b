using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>
/// Forgets the members of external audiences when their days are over (<c>ttlInDays</c>), counted from the last ingestion.
/// </summary>
internal sealed class ExternalAudienceClock(SandboxDirectory sandboxes, Memberships memberships, TimeProvider time)
    : PeriodicService(TimeSpan.FromMinutes(1), atStart: true, time)
{
    protected override void Look(DateTimeOffset now)
    {
        foreach (Sandbox sandbox in sandboxes.All)
        {
            // Audiences without a source (POST /audiences) say nothing of days: their members stay.
            foreach (JsonObject audience in sandbox.Documents[ExternalAudiences.Kind].All().Where(item => item["ttlInDays"] is not null))
            {
                var id = (string)audience["id"]!;
                int days = ExternalAudienceBody.Days(audience["ttlInDays"]);
                if (ExternalAudienceRuns.LastIngestion(sandbox, id) is { } last && last.AddDays(days) <= now)
                    memberships.Forget(sandbox, id);
            }
        }
    }
}
