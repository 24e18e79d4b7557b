using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>A link between two identities of a graph.</summary>
public sealed record IdentityEdge
{
    /// <summary>The two identities.</summary>
    [JsonPropertyName("composite_xid_pair")]
    public IReadOnlyList<IdentityReference>? CompositeXids { get; init; }

    /// <summary>The two XIDs, where the graph was asked for by XID.</summary>
    [JsonPropertyName("xid_pair")]
    public IReadOnlyList<string>? Xids { get; init; }

    /// <summary>When the link was first made, in milliseconds since 1970 UTC.</summary>
    [JsonPropertyName("first_established_ts")]
    public long? FirstEstablished { get; init; }

    /// <summary>When it was made last, in milliseconds since 1970 UTC.</summary>
    [JsonPropertyName("last_established_ts")]
    public long? LastEstablished { get; init; }

    /// <summary>The datasets it comes from.</summary>
    [JsonPropertyName("dataset_ids")]
    public IReadOnlyList<string>? DatasetIds { get; init; }

    /// <summary>The batches it comes from.</summary>
    [JsonPropertyName("batch_ids")]
    public IReadOnlyList<string>? BatchIds { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
