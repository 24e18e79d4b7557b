using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>An identity that a destination takes.</summary>
public sealed record DestinationIdentityNamespace
{
    /// <summary>Whether profile attributes can be mapped to it.</summary>
    public bool? AcceptsAttributes { get; init; }

    /// <summary>Whether identities of the organisation's own namespaces can.</summary>
    public bool? AcceptsCustomNamespaces { get; init; }

    /// <summary>What is done to attributes, for example <c>sha256($)</c>.</summary>
    public string? Transformation { get; init; }

    /// <summary>Which of Adobe's namespaces can, by their codes.</summary>
    public IReadOnlyDictionary<string, AcceptedNamespace>? AcceptedGlobalNamespaces { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
