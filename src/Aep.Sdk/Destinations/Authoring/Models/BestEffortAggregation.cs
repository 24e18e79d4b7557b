using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A few profiles at a time, soon.</summary>
public sealed record BestEffortAggregation
{
    /// <summary>How many at most.</summary>
    public int? MaxUsersPerRequest { get; init; }

    /// <summary>Whether each identity has a request of its own.</summary>
    public bool? SplitUserById { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
