using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>
/// Who is kept of the members with one deduplication key: who qualified last. One who is in the audience comes before one who has left it,
/// and of two who qualified at once the first is kept. Only keys are held, not profiles.
/// </summary>
internal sealed class LatestMembers(DeduplicationKeys keys)
{
    private readonly Dictionary<string, Latest> _latest = new(StringComparer.Ordinal);

    public static async Task<LatestMembers> OfAsync(
        IAsyncEnumerable<AudienceMember> members, DeduplicationKeys keys, CancellationToken cancellationToken)
    {
        var latest = new LatestMembers(keys);
        await foreach (AudienceMember member in members.WithCancellation(cancellationToken))
            latest.Add(member);
        return latest;
    }

    /// <summary>The rows that are left of a member: with a key of identities one for each identity, else the member or nothing.</summary>
    public IEnumerable<AudienceMember> RowsOf(AudienceMember member)
    {
        IEnumerable<string> kept = KeysOf(member).Where(key => _latest[key].Key == member.Key);
        return keys.IdentityNamespace is null ? kept.Select(_ => member) : kept.Select(id => ForIdentity(member, id));
    }

    private void Add(AudienceMember member)
    {
        var candidate = new Latest(member.Key, member.IsMember, member.Since ?? DateTimeOffset.MinValue);
        foreach (string key in KeysOf(member))
        {
            if (!_latest.TryGetValue(key, out Latest other) || candidate.IsBefore(other))
                _latest[key] = candidate;
        }
    }

    private IEnumerable<string> KeysOf(AudienceMember member)
    {
        if (keys.IdentityNamespace is not { } asked)
            return [string.Join('\u001f', keys.Attributes.Select(path => AudienceColumn.At(member.Profile, path)?.ToJsonString()))];
        return AudienceColumn.NamespaceIn(member.Profile, asked) is { } space
            ? (member.Profile[AudienceColumn.Identities]![space] as JsonArray ?? [])
                .Select(identity => identity?["id"]?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal)
            : [];
    }

    // The column of the identity namespace holds the one identity of the row.
    private AudienceMember ForIdentity(AudienceMember member, string id)
    {
        var profile = (JsonObject)member.Profile.DeepClone();
        profile[AudienceColumn.Identities]![AudienceColumn.NamespaceIn(profile, keys.IdentityNamespace!)!] = id;
        return member with { Profile = profile };
    }

    private readonly record struct Latest(string Key, bool IsMember, DateTimeOffset Since)
    {
        public bool IsBefore(Latest other) => IsMember == other.IsMember ? Since > other.Since : IsMember;
    }
}
