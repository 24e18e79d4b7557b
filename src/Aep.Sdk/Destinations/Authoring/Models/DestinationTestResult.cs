using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>One request of a test.</summary>
public sealed record DestinationTestResult
{
    /// <summary>What its profiles have in common.</summary>
    public TestAggregationKey? AggregationKey { get; init; }

    /// <summary>What was sent and what came back, for each attempt.</summary>
    public IReadOnlyList<DestinationHttpCall> HttpCalls { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
