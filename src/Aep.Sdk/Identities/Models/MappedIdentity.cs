using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>An identity that is linked with another.</summary>
public sealed record MappedIdentity
{
    /// <summary>Its XID.</summary>
    public string? Xid { get; init; }

    /// <summary>Namespace and value.</summary>
    public IdentityReference? CompositeXid { get; init; }

    /// <summary>When the two were seen together last, in milliseconds since 1970 UTC.</summary>
    public long? LastAssociationTime { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
