using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>One message that a template makes.</summary>
public sealed record RenderedMessage
{
    /// <summary>What its profiles have in common; null with another aggregation than a configurable one.</summary>
    public TestAggregationKey? AggregationKey { get; init; }

    /// <summary>The profiles in it.</summary>
    public IReadOnlyList<SampleProfile> Profiles { get => field ?? []; init; }

    /// <summary>The message as the destination would get it.</summary>
    public required string Output { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
