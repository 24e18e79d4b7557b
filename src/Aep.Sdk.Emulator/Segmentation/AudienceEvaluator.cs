using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Finds who satisfies rules: reads each profile once, and the events only if a rule asks for them.</summary>
internal sealed class AudienceEvaluator(
    SegmentRules rules, ProfileStore profiles, ProfileEvents events, MergePolicies policies, Memberships memberships, TimeProvider time)
{
    private const int PartSize = 1000;

    /// <summary>The members of each of the definitions, over the profiles as its merge policy shows them.</summary>
    public async Task<Evaluation> EvaluateAsync(Sandbox sandbox, IReadOnlyList<JsonObject> definitions, CancellationToken cancellationToken)
    {
        var members = new Dictionary<string, List<Profile>>(StringComparer.Ordinal);
        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (IGrouping<string, JsonObject> group in definitions
            .GroupBy(definition => policies.Resolve(sandbox, (string?)definition["mergePolicyId"]).Id))
        {
            MergePolicy policy = policies.Resolve(sandbox, group.Key);
            (string Id, PqlRule Rule)[] asked =
                [.. group.Select(definition => ((string)definition["id"]!, rules.Read(sandbox, definition["expression"])))];
            IReadOnlyList<Profile> all = profiles.All(sandbox, policy);
            totals[policy.Id] = all.Count;
            await Task.Yield(); // a long evaluation does not hold up who started it
            List<Profile>[] found = Matching(sandbox, all, [.. asked.Select(item => item.Rule)], cancellationToken);
            for (int i = 0; i < asked.Length; i++)
                members[asked[i].Id] = found[i];
        }
        return new Evaluation(members, totals);
    }

    /// <summary>Those who satisfy each of the rules, in the order of the profiles. All processors take part.</summary>
    public List<Profile>[] Matching(
        Sandbox sandbox, IReadOnlyList<Profile> all, IReadOnlyList<PqlRule> asked, CancellationToken cancellationToken)
    {
        Dictionary<string, PqlRule> named = Named(sandbox, asked);
        IReadOnlyDictionary<string, List<object?>>? byPerson = Events(sandbox, all, [.. asked, .. named.Values]);
        DateTimeOffset now = time.GetUtcNow();
        var parts = new List<Profile>[(all.Count + PartSize - 1) / PartSize][];
        Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = cancellationToken }, part =>
        {
            parts[part] = NewLists(asked.Count);
            for (int i = part * PartSize; i < Math.Min(all.Count, (part + 1) * PartSize); i++)
            {
                PqlSubject subject = Subject(sandbox, all[i], byPerson?.GetValueOrDefault(all[i].Id) ?? [], named, now);
                Add(parts[part], asked, all[i], subject);
            }
        });
        List<Profile>[] found = NewLists(asked.Count);
        for (int rule = 0; rule < found.Length; rule++)
            found[rule].AddRange(parts.SelectMany(part => part[rule]));
        return found;
    }

    private static void Add(List<Profile>[] found, IReadOnlyList<PqlRule> asked, Profile profile, PqlSubject subject)
    {
        for (int rule = 0; rule < asked.Count; rule++)
        {
            if (asked[rule].Matches(subject))
                found[rule].Add(profile);
        }
    }

    private static List<Profile>[] NewLists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<Profile>())];

    private PqlSubject Subject(
        Sandbox sandbox, Profile profile, IReadOnlyList<object?> own, Dictionary<string, PqlRule> named, DateTimeOffset now)
    {
        PqlSubject? subject = null;
        return subject = new PqlSubject(profile.ForRules(), now)
        {
            Events = own,
            InSegment = id =>
                named.TryGetValue(id, out PqlRule? rule) ? rule.Matches(subject!) : memberships.IsMember(sandbox, id, profile),
        };
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

    // Null if no rule reads events.
    private Dictionary<string, List<object?>>? Events(Sandbox sandbox, IReadOnlyList<Profile> all, IEnumerable<PqlRule> asked)
    {
        PqlRule[] readers = [.. asked.Where(rule => rule.EventFields is not null)];
        if (readers.Length == 0)
            return null;
        HashSet<string> fields = [.. readers.SelectMany(rule => rule.EventFields!)];
        return events.OfAll(sandbox, all, fields);
    }
}
