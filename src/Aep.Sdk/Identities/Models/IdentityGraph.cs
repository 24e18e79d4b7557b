using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>The identities linked with one.</summary>
public sealed record IdentityGraph
{
    /// <summary>The identity that was asked for.</summary>
    [JsonPropertyName("composite_xid")]
    public IdentityReference? CompositeXid { get; init; }

    /// <summary>Its XID, where it was asked for by that.</summary>
    public string? Xid { get; init; }

    /// <summary>The linked identities, it itself among them; for the projection <c>set</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<IdentityReference> Members => MemberNode.Read(RawMembers);

    /// <summary>The identities, for the projection <c>graph</c>.</summary>
    public IReadOnlyList<IdentityVertex>? Vertices { get; init; }

    /// <summary>The links, for the projection <c>graph</c>.</summary>
    public IReadOnlyList<IdentityEdge>? Edges { get; init; }

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
