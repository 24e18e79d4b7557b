using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Something that customers enter.</summary>
public sealed record CustomerDataField
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary><c>string</c>, <c>object</c> or <c>integer</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it must be entered.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>What it is if it is not.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>What it must look like.</summary>
    public string? Pattern { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
