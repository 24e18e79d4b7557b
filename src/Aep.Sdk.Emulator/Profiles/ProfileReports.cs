using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Identity;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>How profiles spread over datasets and namespaces, and how these overlap.</summary>
internal static class ProfileReports
{
    public static JsonArray ByDataset(IReadOnlyList<Profile> all, IReadOnlyList<ProfileSource> sources, string now)
    {
        Dictionary<string, int> counts = all.SelectMany(profile => profile.DatasetIds).CountBy(id => id).ToDictionary();
        return [.. sources.Select(source => new JsonObject
        {
            ["sampleCount"] = counts.GetValueOrDefault(source.Dataset.Id),
            ["samplePercentage"] = Share(counts.GetValueOrDefault(source.Dataset.Id), all.Count),
            ["fullIDsCount"] = counts.GetValueOrDefault(source.Dataset.Id),
            ["fullIDsPercentage"] = Share(counts.GetValueOrDefault(source.Dataset.Id), all.Count),
            ["name"] = source.Dataset.Name,
            ["description"] = (string?)source.Dataset.Document["description"] ?? "",
            ["value"] = source.Dataset.Id,
            ["streamingIngestionEnabled"] = "false",
            ["createdUser"] = (string?)source.Dataset.Document["createdUser"] ?? "",
            ["reportTimestamp"] = now,
        })];
    }

    public static JsonArray ByNamespace(IReadOnlyList<Profile> all, Namespaces namespaces, string now)
    {
        IEnumerable<KeyValuePair<string, int>> counts =
            all.SelectMany(profile => profile.Identities.Select(key => key.Namespace).Distinct()).CountBy(space => space);
        Dictionary<string, int> identities = all.SelectMany(profile => profile.Identities).CountBy(key => key.Namespace).ToDictionary();
        return [.. counts.Select(count => new JsonObject
        {
            ["sampleCount"] = count.Value,
            ["samplePercentage"] = Share(count.Value, all.Count),
            ["reportTimestamp"] = now,
            ["fullIDsFragmentCount"] = identities[count.Key],
            ["fullIDsCount"] = count.Value,
            ["fullIDsPercentage"] = Share(count.Value, all.Count),
            ["code"] = CodeOf(namespaces, count.Key),
            ["value"] = namespaces.Find(count.Key)?["id"]?.ToString() ?? count.Key,
        })];
    }

    public static JsonObject NamespaceOverlap(IReadOnlyList<Profile> all, Namespaces namespaces)
    {
        Dictionary<string, string> codes = all.SelectMany(profile => profile.Identities).Select(key => key.Namespace).Distinct()
            .ToDictionary(space => space, space => CodeOf(namespaces, space));
        return Overlap(all.Select(profile => profile.Identities.Select(key => codes[key.Namespace])));
    }

    /// <summary>How many profiles have exactly each combination.</summary>
    public static JsonObject Overlap(IEnumerable<IEnumerable<string>> ofProfiles) => new(ofProfiles
        .CountBy(names => string.Join(',', names.Distinct().Order(StringComparer.Ordinal)))
        .Where(count => count.Key.Length > 0)
        .Select(count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value)));

    /// <summary>A namespace as its users write it; profiles keep it in lower case.</summary>
    public static string CodeOf(Namespaces namespaces, string space) => (string?)namespaces.Find(space)?["code"] ?? space;

    private static double Share(int count, int total) => total == 0 ? 0 : Math.Round((double)count / total, 6);
}
