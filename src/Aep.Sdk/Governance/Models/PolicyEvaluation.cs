using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>Whether a marketing action would break a policy.</summary>
public sealed record PolicyEvaluation
{
    /// <summary>When it was found, in milliseconds since 1970 UTC.</summary>
    public long? Timestamp { get; init; }

    /// <summary>URL of the marketing action.</summary>
    public string? MarketingActionRef { get; init; }

    /// <summary>The labels that were looked at.</summary>
    public IReadOnlyList<string>? DuleLabels { get; init; }

    /// <summary>The labels that the entities were found to have.</summary>
    public IReadOnlyList<DiscoveredLabels>? DiscoveredLabels { get; init; }

    /// <summary>The policies that the action would break.</summary>
    public IReadOnlyList<GovernancePolicy> ViolatedPolicies { get => field ?? []; init; }

    /// <summary>True when no policy stands against the action.</summary>
    [JsonIgnore]
    public bool IsAllowed => ViolatedPolicies.Count == 0;

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
