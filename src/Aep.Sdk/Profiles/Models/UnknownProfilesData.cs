using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>What a report of unknown profiles counts.</summary>
public sealed record UnknownProfilesData
{
    /// <summary>Profiles in the store.</summary>
    public long? TotalNumberOfProfiles { get; init; }

    /// <summary>Events in the store.</summary>
    public long? TotalNumberOfEvents { get; init; }

    /// <summary>The unknown profiles by period: <c>7days</c>, <c>30days</c>, <c>60days</c>, <c>90days</c>, <c>120days</c>.</summary>
    [JsonPropertyName("unknownProfiles")]
    public IReadOnlyDictionary<string, UnknownProfiles>? Periods { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
