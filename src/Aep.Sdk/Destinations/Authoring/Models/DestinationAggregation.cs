using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How profiles are gathered into requests.</summary>
public sealed record DestinationAggregation
{
    /// <summary>Which way.</summary>
    public AggregationType? AggregationType { get; init; }

    /// <summary>For <see cref="Authoring.AggregationType.BestEffort"/>.</summary>
    public BestEffortAggregation? BestEffortAggregation { get; init; }

    /// <summary>For <see cref="Authoring.AggregationType.Configurable"/>.</summary>
    public ConfigurableAggregation? ConfigurableAggregation { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
