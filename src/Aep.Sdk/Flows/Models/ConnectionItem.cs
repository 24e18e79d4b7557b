using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>A folder, file or table at the other end of a connection.</summary>
public sealed record ConnectionItem
{
    /// <summary>What it is, for example <c>folder</c>, <c>file</c> or <c>table</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Where it lies.</summary>
    public string? Path { get; init; }

    /// <summary>Whether its first rows can be shown.</summary>
    public bool? CanPreview { get; init; }

    /// <summary>Whether its columns can be told.</summary>
    public bool? CanFetchSchema { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
