using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>A segment definition (Segmentation Service <c>/segment/definitions</c>).</summary>
public sealed record Segment
{
    /// <summary>The segment's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Its rule.</summary>
    public SegmentExpression? Expression { get; init; }

    /// <summary>When its members are found.</summary>
    public EvaluationInfo? EvaluationInfo { get; init; }

    /// <summary>The merge policy that its profiles are merged by.</summary>
    public string? MergePolicyId { get; init; }

    /// <summary>Whether it leaves out those who have opted out.</summary>
    public DataGovernancePolicy? DataGovernancePolicy { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
