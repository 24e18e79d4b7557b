using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>An audience: made by a rule here, or brought in from elsewhere.</summary>
public sealed record Audience
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Id that its origin knows it by.</summary>
    public string? AudienceId { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Where its members come from.</summary>
    public AudienceType? Type { get; init; }

    /// <summary>Its rule, where it has one.</summary>
    public SegmentExpression? Expression { get; init; }

    /// <summary>When its members are found; of one with a rule.</summary>
    public EvaluationInfo? EvaluationInfo { get; init; }

    /// <summary>Namespace of its origin.</summary>
    public string? Namespace { get; init; }

    /// <summary>Name of its origin.</summary>
    public string? OriginName { get; init; }

    /// <summary><c>draft</c>, <c>published</c>, <c>inactive</c>, …</summary>
    public string? LifecycleState { get; init; }

    /// <summary>The dataset that its members come from.</summary>
    public string? DatasetId { get; init; }

    /// <summary>The merge policy that its profiles are merged by.</summary>
    public string? MergePolicyId { get; init; }

    /// <summary>Whether it leaves out those who have opted out; of one with a rule.</summary>
    public DataGovernancePolicy? DataGovernancePolicy { get; init; }

    /// <summary>Access labels.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Version, as quoted text.</summary>
    [JsonPropertyName("_etag")]
    public string? ETag { get; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? CreationTime { get; init; }

    /// <summary>When it was changed last, in milliseconds since 1970 UTC.</summary>
    public long? UpdateTime { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
