using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Who is in which audience, since when; who has left it. In memory, and a file an audience.</summary>
internal sealed class Memberships(TimeProvider time, DataFolder folder)
{
    private readonly ConditionalWeakTable<Sandbox, ConcurrentDictionary<string, Dictionary<string, Membership>>> _books = [];

    public static string Key(Profile profile) => $"{profile.Namespace} {profile.Identity}";

    /// <summary>Replaces the members of an audience; who was in and is not any more has exited.</summary>
    public MembershipChange Replace(Sandbox sandbox, string segmentId, IEnumerable<Profile> members)
    {
        DateTimeOffset now = time.GetUtcNow();
        Dictionary<string, Membership> before = Load(sandbox, segmentId);
        var after = new Dictionary<string, Membership>(StringComparer.Ordinal);
        int stayed = 0, exited = 0;
        foreach (Profile member in members)
        {
            string key = Key(member);
            stayed += after.TryAdd(key, new Membership(Membership.Realized, now)) && before.GetValueOrDefault(key).IsRealized ? 1 : 0;
        }
        int realized = after.Count;
        foreach ((string key, Membership membership) in before)
        {
            if (after.ContainsKey(key))
                continue;
            exited += membership.IsRealized ? 1 : 0;
            after[key] = membership.IsRealized ? new Membership(Membership.Exited, now) : membership;
        }
        File(sandbox, segmentId).Write(after);
        // A dictionary that is shown is never changed again: readers need no lock.
        Book(sandbox)[segmentId] = after;
        return new MembershipChange(realized, stayed, exited);
    }

    public IReadOnlyCollection<string> RealizedKeys(Sandbox sandbox, string segmentId) =>
        [.. Load(sandbox, segmentId).Where(entry => entry.Value.IsRealized).Select(entry => entry.Key)];

    public bool IsMember(Sandbox sandbox, string segmentId, Profile profile) => Find(sandbox, segmentId, profile) is { IsRealized: true };

    /// <summary>How a person stands to an audience. Identities that were joined since count too.</summary>
    public Membership? Find(Sandbox sandbox, string segmentId, Profile profile) => Find(Of(sandbox, segmentId), profile);

    /// <summary>How persons stand to an audience now: what is returned never changes.</summary>
    public IReadOnlyDictionary<string, Membership> Of(Sandbox sandbox, string segmentId) => Load(sandbox, segmentId);

    /// <summary>How a person stands to an audience whose members were read before.</summary>
    public static Membership? Find(IReadOnlyDictionary<string, Membership> members, Profile profile)
    {
        if (members.Count == 0)
            return null;
        if (members.TryGetValue(Key(profile), out Membership own))
            return own;
        foreach (ProfileKey key in profile.Identities)
        {
            if (members.TryGetValue($"{key.Namespace} {key.Identity}", out Membership other))
                return other;
        }
        return null;
    }

    /// <summary>Nobody is, or was, in the audience any more.</summary>
    public void Forget(Sandbox sandbox, string segmentId)
    {
        if (Load(sandbox, segmentId).Count > 0)
            Remove(sandbox, segmentId);
    }

    public void Remove(Sandbox sandbox, string segmentId)
    {
        Book(sandbox).TryRemove(segmentId, out _);
        File(sandbox, segmentId).Delete();
    }

    private Dictionary<string, Membership> Load(Sandbox sandbox, string segmentId) =>
        Book(sandbox).GetOrAdd(segmentId, id => File(sandbox, id).Read());

    private ConcurrentDictionary<string, Dictionary<string, Membership>> Book(Sandbox sandbox) =>
        _books.GetValue(sandbox, static _ => new());

    private MembershipFile File(Sandbox sandbox, string segmentId) =>
        new(folder.Subfolder("sandboxes", sandbox.Name, "memberships"), segmentId);
}
