using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Many profiles at a time, by time, number and keys.</summary>
public sealed record ConfigurableAggregation
{
    /// <summary>Whether each identity has a request of its own.</summary>
    public bool? SplitUserById { get; init; }

    /// <summary>How old the first may get, in seconds: 1,800 to 3,600.</summary>
    public int? MaxBatchAgeInSecs { get; init; }

    /// <summary>How many at most: 1,000 to 10,000.</summary>
    public int? MaxNumEventsInBatch { get; init; }

    /// <summary>What the profiles of one request have in common.</summary>
    public AggregationKey? AggregationKey { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
