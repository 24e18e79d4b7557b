using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A mapping that customers cannot take away.</summary>
public sealed record RequiredMapping
{
    /// <summary><c>text/x.schema-path</c> for an attribute.</summary>
    public string? SourceType { get; init; }

    /// <summary>The attribute; null if customers choose it.</summary>
    public string? Source { get; init; }

    /// <summary>The field of the destination.</summary>
    public string? Destination { get; init; }

    /// <summary>Whether files always have it.</summary>
    public bool? MandatoryRequired { get; init; }

    /// <summary>Whether it makes rows of files unique.</summary>
    public bool? PrimaryKeyRequired { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
