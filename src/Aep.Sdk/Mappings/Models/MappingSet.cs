using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Mappings;

/// <summary>A saved mapping set (Data Prep <c>/mappingSets</c>).</summary>
public sealed record MappingSet
{
    /// <summary>The mapping set's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its version; a new mapping set has 0.</summary>
    public int Version { get; init; }

    /// <summary>Its name, if it has one.</summary>
    public string? Name { get; init; }

    /// <summary>Its fields. Empty in the answer to a create.</summary>
    public IReadOnlyList<Mapping> Mappings { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
