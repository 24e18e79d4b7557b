using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Removes pseudonymous profiles that have been silent for too long, once a day: their attributes and their events. The data lake keeps its
/// rows.
/// </summary>
internal sealed class PseudonymousProfiles(
    AepEmulatorOptions options, SandboxDirectory sandboxes, ProfileStore profiles, ProfileRemovals removals, TimeProvider time)
    : PeriodicService(TimeSpan.FromDays(1), atStart: true, time)
{
    private const string Timestamp = "timestamp";

    protected override void Look(DateTimeOffset now)
    {
        if (options.PseudonymousProfileExpiration is not { } rule)
            return;
        HashSet<string> anonymous = [.. rule.Namespaces.Select(code => code.ToLowerInvariant())];
        foreach (Sandbox sandbox in sandboxes.All)
        {
            using IDisposable reading = sandbox.Lake.StartReading();
            List<Profile> pseudonymous =
                [.. profiles.All(sandbox).Where(profile => profile.Identities.All(key => anonymous.Contains(key.Namespace)))];
            if (pseudonymous.Count == 0)
                continue;
            HashSet<ProfileKey> active = [.. profiles.Sources(sandbox).SelectMany(source => Active(source, now - rule.After))];
            removals.AddPerson(
                sandbox, pseudonymous.Where(profile => !profile.Identities.Any(active.Contains)).SelectMany(profile => profile.Identities));
        }
    }

    // Events count by their own time, whenever they came; attributes by the time at which they came.
    private static IEnumerable<ProfileKey> Active(ProfileSource source, DateTimeOffset since)
    {
        if (source.Schema.IsTimeSeries)
        {
            return XdmRows.Read(source.Files, source.Schema, [.. source.Identities.Columns, Timestamp])
                .Where(row => ProfileEvent.TimeOf(row) > since).SelectMany(source.Identities.Of);
        }
        LakeSnapshot[] fresh = [.. source.Snapshots.Where(snapshot => snapshot.CommittedAt > since)];
        return fresh.SelectMany(snapshot => XdmRows.Read(snapshot.Files, source.Schema, source.Identities.Columns))
            .SelectMany(source.Identities.Of);
    }
}
