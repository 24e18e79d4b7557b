using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>An identity and those of one namespace that are linked with it.</summary>
public sealed record IdentityMapping
{
    /// <summary>XID of the identity.</summary>
    public string? Xid { get; init; }

    /// <summary>The identity by namespace and value.</summary>
    public IdentityReference? CompositeXid { get; init; }

    /// <summary>The linked identities.</summary>
    public IReadOnlyList<MappedIdentity> Mapping { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
