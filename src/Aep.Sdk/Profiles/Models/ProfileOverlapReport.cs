using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>How many profiles consist of which datasets, or carry identities of which namespaces.</summary>
public sealed record ProfileOverlapReport
{
    /// <summary>When it was made, as the service writes it.</summary>
    public string? ReportTimestamp { get; init; }

    /// <summary>The combinations, the most frequent first. Each profile counts in one alone.</summary>
    [JsonIgnore]
    public IReadOnlyList<ProfileOverlap> Overlaps =>
        [.. (Data ?? []).OrderByDescending(entry => entry.Value).Select(entry => new ProfileOverlap(entry.Key.Split(','), entry.Value))];

    /// <summary>Profiles in the store.</summary>
    [JsonIgnore]
    public long TotalProfiles => Data?.Values.Sum() ?? 0;

    [JsonInclude]
    internal Dictionary<string, long>? Data { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
