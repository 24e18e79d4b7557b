using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Mappings;

/// <summary>A field that could not be mapped.</summary>
public sealed record MappingPreviewError
{
    /// <summary>The path in the target.</summary>
    public string? Destination { get; init; }

    /// <summary>The source.</summary>
    public string? Source { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Exception { get; init; }

    /// <summary>The column.</summary>
    public string? ColumnName { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
