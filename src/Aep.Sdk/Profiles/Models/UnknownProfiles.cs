using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>Profiles of one fragment that have had no new event for some time.</summary>
public sealed record UnknownProfiles
{
    /// <summary>How many.</summary>
    public long? CountOfProfiles { get; init; }

    /// <summary>Their events.</summary>
    public long? EventsAssociated { get; init; }

    /// <summary>The same by code of the namespace; of a period alone.</summary>
    [JsonPropertyName("nsDistribution")]
    public IReadOnlyDictionary<string, UnknownProfiles>? NamespaceDistribution { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
