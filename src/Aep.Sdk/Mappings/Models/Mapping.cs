using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Mappings;

/// <summary>One field of a mapping set: a source and the XDM path it goes to.</summary>
/// <param name="Source">The source attribute, expression or constant.</param>
/// <param name="Destination">The path in the target schema, for example <c>_acme.propensity</c>.</param>
/// <param name="SourceType">How <paramref name="Source"/> is read.</param>
public sealed record Mapping(string Source, string Destination, MappingSourceType SourceType)
{
    /// <summary>Its id; none before it is saved.</summary>
    public string? Id { get; init; }

    /// <summary>Its version.</summary>
    public int? Version { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
