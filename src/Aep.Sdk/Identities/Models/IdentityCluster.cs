using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>The identities in the cluster of one.</summary>
public sealed record IdentityCluster
{
    /// <summary>XID of the identity that was asked for.</summary>
    public string? Xid { get; init; }

    /// <summary>The identity that was asked for.</summary>
    public IdentityReference? CompositeXid { get; init; }

    /// <summary>The identities of the cluster.</summary>
    [JsonIgnore]
    public IReadOnlyList<IdentityReference> Members => MemberNode.Read(RawMembers);

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    [JsonInclude]
    [JsonPropertyName("members")]
    internal IReadOnlyList<JsonElement>? RawMembers { get; init; }
}
