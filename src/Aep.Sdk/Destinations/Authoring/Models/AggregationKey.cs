using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What the profiles of one request have in common.</summary>
public sealed record AggregationKey
{
    /// <summary>The audience.</summary>
    public bool? IncludeSegmentId { get; init; }

    /// <summary>Whether they are in it; only with <see cref="IncludeSegmentId"/>.</summary>
    public bool? IncludeSegmentStatus { get; init; }

    /// <summary>The identity namespace.</summary>
    public bool? IncludeIdentity { get; init; }

    /// <summary>Whether each group has one identity only.</summary>
    public bool? OneIdentityPerGroup { get; init; }

    /// <summary>Namespaces that go together.</summary>
    public IReadOnlyList<AggregationGroup>? Groups { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
