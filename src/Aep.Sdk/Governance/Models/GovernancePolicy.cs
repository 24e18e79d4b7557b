using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>A data usage policy: it denies marketing actions with data that has certain labels.</summary>
public sealed record GovernancePolicy
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary><c>DRAFT</c>, <c>ENABLED</c> or <c>DISABLED</c>.</summary>
    public PolicyStatus? Status { get; init; }

    /// <summary>URLs of the marketing actions.</summary>
    public IReadOnlyList<string> MarketingActionRefs { get => field ?? []; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The labels that make it deny.</summary>
    public PolicyExpression? Deny { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
