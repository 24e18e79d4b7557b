using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>A column of an external audience.</summary>
public sealed record ExternalAudienceField
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public ExternalFieldType Type { get; init; }

    /// <summary>Code of the namespace, for example <c>ECID</c>, of a column with identities; null for others.</summary>
    [JsonPropertyName("identityNs")]
    public string? IdentityNamespace { get; init; }

    /// <summary>Access labels, for example <c>core/C2</c>.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>A column by which the members are known.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="identityNamespace">Code of the namespace of its identities, for example <c>Email</c>.</param>
    public static ExternalAudienceField Identity(string name, string identityNamespace) =>
        new() { Name = name, Type = ExternalFieldType.Text, IdentityNamespace = identityNamespace };

    /// <summary>A column that says something of the members.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="labels">Access labels, for example <c>core/C2</c>.</param>
    public static ExternalAudienceField Of(string name, ExternalFieldType type, params IReadOnlyList<string> labels) =>
        new() { Name = name, Type = type, Labels = labels.Count > 0 ? labels : null };

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
