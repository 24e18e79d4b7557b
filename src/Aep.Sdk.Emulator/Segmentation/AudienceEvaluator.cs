using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Finds who satisfies rules: reads each profile once, and the events only if a rule asks for them.</summary>
internal sealed class AudienceEvaluator(
    SegmentRules rules, ProfileStore profiles, ProfileEvents events, MergePolicies policies, Memberships memberships, TimeProvider time)
{
    /// <summary>The members of each of the definitions, over the profiles as its merge policy shows them.</summary>
    public async Task<Evaluation> EvaluateAsync(Sandbox sandbox, IReadOnlyList<JsonObject> definitions, CancellationToken cancellationToken)
    {
        var members = new Dictionary<string, List<Profile>>(StringComparer.Ordinal);
        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (IGrouping<string, JsonObject> group in definitions.GroupBy(definition => policies.Resolve(sandbox, (string?)definition["mergePolicyId"]).Id))
        {
            MergePolicy policy = policies.Resolve(sandbox, group.Key);
            (string Id, PqlRule Rule)[] asked =
                [.. group.Select(definition => ((string)definition["id"]!, rules.Read(sandbox, definition["expression"])))];
            IReadOnlyList<Profile> all = profiles.All(sandbox, policy);
            totals[policy.Id] = all.Count;
            foreach ((string id, _) in asked)
                members[id] = [];
            await Task.Yield(); // a long evaluation does not hold up who started it
            foreach ((Profile profile, PqlSubject subject) in Subjects(sandbox, all, [.. asked.Select(item => item.Rule)]))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach ((string id, PqlRule rule) in asked)
                {
                    if (rule.Matches(subject))
                        members[id].Add(profile);
                }
            }
        }
        return new Evaluation(members, totals);
    }

    /// <summary>Profiles as rules see them: with the events that the rules read and the audiences that they name.</summary>
    public IEnumerable<(Profile Profile, PqlSubject Subject)> Subjects(Sandbox sandbox, IReadOnlyList<Profile> all, IReadOnlyList<PqlRule> asked)
    {
        Dictionary<string, PqlRule> named = Named(sandbox, asked);
        IReadOnlyDictionary<string, List<object?>> byPerson = Events(sandbox, all, [.. asked, .. named.Values]);
        DateTimeOffset now = time.GetUtcNow();
        foreach (Profile profile in all)
            yield return (profile, Subject(sandbox, profile, byPerson.GetValueOrDefault(profile.Id, []), named, now));
    }

    private PqlSubject Subject(Sandbox sandbox, Profile profile, IReadOnlyList<object?> own, Dictionary<string, PqlRule> named, DateTimeOffset now)
    {
        var subject = new PqlSubject(profile.ForRules(), now) { Events = own };
        if (named.Count == 0)
            return subject;
        PqlSubject whole = subject;
        whole = subject with { InSegment = id => named.TryGetValue(id, out PqlRule? rule) ? rule.Matches(whole) : memberships.IsMember(sandbox, id, profile) };
        return whole;
    }

    // inSegment means who satisfies the rule now; of an audience from elsewhere, who was brought in.
    private Dictionary<string, PqlRule> Named(Sandbox sandbox, IEnumerable<PqlRule> asked)
    {
        var named = new Dictionary<string, PqlRule>(StringComparer.Ordinal);
        var open = new Stack<string>(asked.SelectMany(rule => rule.Segments));
        while (open.TryPop(out string? id))
        {
            if (named.ContainsKey(id) || sandbox.Documents[SegmentDefinitions.Kind].Find(id) is not { } definition)
                continue;
            named[id] = rules.Read(sandbox, definition["expression"]);
            foreach (string inner in named[id].Segments)
                open.Push(inner);
        }
        return named;
    }

    private Dictionary<string, List<object?>> Events(Sandbox sandbox, IReadOnlyList<Profile> all, IEnumerable<PqlRule> asked)
    {
        PqlRule[] readers = [.. asked.Where(rule => rule.EventFields is not null)];
        if (readers.Length == 0)
            return [];
        var personOf = new Dictionary<ProfileKey, string>();
        foreach (Profile profile in all)
        {
            foreach (ProfileKey key in profile.Identities)
                personOf[key] = profile.Id;
        }
        HashSet<string> fields = [.. readers.SelectMany(rule => rule.EventFields!)];
        return events.OfAll(sandbox, fields, personOf.GetValueOrDefault);
    }
}
