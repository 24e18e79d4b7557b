using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Identities;

/// <summary>An identity: its XID, or a value with its namespace, by code or by number.</summary>
public sealed record IdentityReference
{
    /// <summary>The XID, where the identity is given by it alone.</summary>
    public string? Xid { get; init; }

    /// <summary>Number of the namespace, for example 4 for ECID.</summary>
    [JsonPropertyName("nsid")]
    public long? NamespaceId { get; init; }

    /// <summary>Code of the namespace, for example <c>ECID</c>.</summary>
    [JsonIgnore]
    public string? NamespaceCode { get => Ns ?? Namespace; init => Ns = value; }

    /// <summary>The value.</summary>
    public string? Id { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    // The graphs call it ns, the clusters namespace.
    [JsonInclude]
    internal string? Ns { get; init; }

    [JsonInclude]
    internal string? Namespace { get; init; }

    /// <summary>By XID.</summary>
    /// <param name="xid">The XID.</param>
    public static IdentityReference ByXid(string xid) => new() { Xid = xid };

    /// <summary>By code of the namespace and value.</summary>
    /// <param name="namespaceCode">For example <c>Email</c>.</param>
    /// <param name="id">The value.</param>
    public static IdentityReference ByCode(string namespaceCode, string id) => new() { NamespaceCode = namespaceCode, Id = id };

    /// <summary>By number of the namespace and value.</summary>
    /// <param name="namespaceId">For example 4.</param>
    /// <param name="id">The value.</param>
    public static IdentityReference ByNumber(long namespaceId, string id) => new() { NamespaceId = namespaceId, Id = id };

    internal string RequireId() => Id is { Length: > 0 } ? Id : throw new ArgumentException("The identity has no value.");
}
