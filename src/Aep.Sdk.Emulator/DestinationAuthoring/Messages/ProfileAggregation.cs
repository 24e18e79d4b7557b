using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Messages;

/// <summary>Puts persons together into messages: by identity namespaces, then by audience, and no more than a message may hold.</summary>
internal static class ProfileAggregation
{
    private const string Identities = "identityMap", Memberships = "segmentMembership";

    public static IEnumerable<ProfileGroup> Of(AggregationPolicy policy, IReadOnlyList<JsonObject> profiles)
    {
        foreach (IReadOnlyList<string>? namespaces in NamespaceGroups(policy, profiles))
        {
            JsonObject[] chosen = [.. profiles.Select(profile => OfNamespaces(profile, namespaces)).OfType<JsonObject>()
                .SelectMany(profile => policy.SplitById ? ById(profile) : [profile])];
            foreach ((AudienceKey? audience, IReadOnlyList<JsonObject> members) in ByAudience(policy, chosen))
            {
                foreach (JsonObject[] part in members.Chunk(policy.MostProfiles))
                    yield return new ProfileGroup(audience, namespaces, part);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>?> NamespaceGroups(AggregationPolicy policy, IReadOnlyList<JsonObject> profiles) =>
        policy.Namespaces switch
        {
            null => [null],
            { Count: 0 } => profiles.SelectMany(profile => Map(profile, Identities)).Select(space => space.Key).Distinct()
                .Select(name => new[] { name }),
            _ => policy.Namespaces,
        };

    // Null for a person who has no identity of these namespaces.
    private static JsonObject? OfNamespaces(JsonObject profile, IReadOnlyList<string>? namespaces)
    {
        if (namespaces is null)
            return profile;
        var identities = new JsonObject(Map(profile, Identities)
            .Where(space => namespaces.Contains(space.Key) && space.Value is JsonArray { Count: > 0 })
            .Select(space => KeyValuePair.Create(space.Key, space.Value?.DeepClone())));
        return identities.Count == 0 ? null : With(profile, Identities, identities);
    }

    private static IEnumerable<JsonObject> ById(JsonObject profile) => Map(profile, Identities)
        .SelectMany(space => (space.Value as JsonArray ?? []).Select(identity =>
            With(profile, Identities, new JsonObject { [space.Key] = new JsonArray(identity?.DeepClone()) })));

    private static IEnumerable<(AudienceKey? Audience, IReadOnlyList<JsonObject> Members)> ByAudience(
        AggregationPolicy policy, JsonObject[] profiles)
    {
        if (!policy.ByAudience)
            return [(null, profiles)];
        return profiles.SelectMany(profile => Audiences(policy, profile))
            .GroupBy(item => item.Audience)
            .Select(group => ((AudienceKey?)group.Key, (IReadOnlyList<JsonObject>)[.. group.Select(item => item.Profile)]));
    }

    private static IEnumerable<(AudienceKey Audience, JsonObject Profile)> Audiences(AggregationPolicy policy, JsonObject profile) =>
        from space in Map(profile, Memberships)
        from audience in space.Value as JsonObject ?? []
        let key = new AudienceKey(space.Key, audience.Key, policy.ByStatus ? (string?)audience.Value?["status"] : null)
        let only = new JsonObject { [space.Key] = new JsonObject { [audience.Key] = audience.Value?.DeepClone() } }
        select (key, With(profile, Memberships, only));

    private static JsonObject Map(JsonObject profile, string member) => profile[member] as JsonObject ?? [];

    private static JsonObject With(JsonObject profile, string member, JsonObject value)
    {
        var changed = (JsonObject)profile.DeepClone();
        changed[member] = value;
        return changed;
    }
}
