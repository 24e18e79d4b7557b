using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>An identity in a graph.</summary>
public sealed record IdentityVertex
{
    /// <summary>Namespace and value.</summary>
    [JsonPropertyName("composite_xid")]
    public IdentityReference? CompositeXid { get; init; }

    /// <summary>The XID, where the graph was asked for by XID.</summary>
    public string? Xid { get; init; }

    /// <summary>When it was seen last, in milliseconds since 1970 UTC.</summary>
    [JsonPropertyName("last_updated_ts")]
    public long? LastUpdated { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
