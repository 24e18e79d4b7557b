using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>A data usage label.</summary>
public sealed record DataUsageLabel
{
    /// <summary>Name: what datasets are labelled with, for example <c>C9</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>Contract</c>, <c>Identity</c>, <c>Sensitive</c>, <c>Custom</c>, …</summary>
    public string? Category { get; init; }

    /// <summary>Name for people.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>What it means.</summary>
    public string? Description { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
