using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>The labels of a dataset and its fields.</summary>
public sealed record DiscoveredLabels
{
    /// <summary>Kind of the entity, <c>dataset</c>.</summary>
    public string? EntityType { get; init; }

    /// <summary>Its id.</summary>
    public string? EntityId { get; init; }

    /// <summary>What is labelled how.</summary>
    public EntityLabels? DataSetLabels { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
