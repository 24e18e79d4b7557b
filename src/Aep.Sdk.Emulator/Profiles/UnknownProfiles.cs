using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Identity;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>The report of profiles that are known by one identity only and have no new event for some days.</summary>
internal static class UnknownProfiles
{
    private static readonly int[] Days = [7, 30, 60, 90, 120];

    public static JsonObject Of(
        IReadOnlyList<Profile> all, IReadOnlyDictionary<string, List<object?>> events, Namespaces namespaces, TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        (string Namespace, int Events, DateTimeOffset? Last)[] unstitched = [.. all
            .Where(profile => profile.Identities.Count == 1 && profile.DatasetIds.Count <= 1)
            .Select(profile => (Profile: profile, Events: events.GetValueOrDefault(profile.Id, [])))
            .Select(item => (item.Profile.Namespace, item.Events.Count, item.Events.Max(ProfileEvent.TimeOf)))];
        return new JsonObject
        {
            ["totalNumberOfProfiles"] = all.Count,
            ["totalNumberOfEvents"] = events.Values.Sum(list => list.Count),
            ["unknownProfiles"] = new JsonObject(Days.Select(days => KeyValuePair.Create<string, JsonNode?>(
                $"{days}days",
                Period(unstitched.Where(item => item.Last is null || item.Last < now.AddDays(-days)), namespaces)))),
        };
    }

    private static JsonObject Period(IEnumerable<(string Namespace, int Events, DateTimeOffset? Last)> unknown, Namespaces namespaces)
    {
        var found = unknown.ToArray();
        JsonObject period = Counts(found);
        period["nsDistribution"] = new JsonObject(found.GroupBy(item => item.Namespace).Select(group =>
            KeyValuePair.Create<string, JsonNode?>(ProfileReports.CodeOf(namespaces, group.Key), Counts([.. group]))));
        return period;
    }

    private static JsonObject Counts((string Namespace, int Events, DateTimeOffset? Last)[] profiles) =>
        new() { ["countOfProfiles"] = profiles.Length, ["eventsAssociated"] = profiles.Sum(item => item.Events) };
}
