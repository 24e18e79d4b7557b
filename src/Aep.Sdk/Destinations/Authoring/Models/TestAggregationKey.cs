using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What the profiles of a request had in common.</summary>
public sealed record TestAggregationKey
{
    /// <summary>The dataflow.</summary>
    public string? DestinationInstanceId { get; init; }

    /// <summary>The audience.</summary>
    public string? SegmentId { get; init; }

    /// <summary>Whether they are in it.</summary>
    public string? SegmentStatus { get; init; }

    /// <summary>Their namespaces: names, or groups of names.</summary>
    public JsonElement? IdentityNamespaces { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
