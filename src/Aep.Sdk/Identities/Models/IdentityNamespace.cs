using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>An identity namespace.</summary>
public sealed record IdentityNamespace
{
    /// <summary>Number.</summary>
    public long Id { get; init; }

    /// <summary>Code, for example <c>ECID</c>: what descriptors and identity maps use.</summary>
    public required string Code { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>What kind of identity it is.</summary>
    public IdentityType? IdType { get; init; }

    /// <summary><c>ACTIVE</c> or another state.</summary>
    public string? Status { get; init; }

    /// <summary>True for a namespace of the organisation, false for one of Adobe's.</summary>
    public bool Custom { get; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? CreateTime { get; init; }

    /// <summary>When it was changed last, in milliseconds since 1970 UTC.</summary>
    public long? UpdateTime { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
