using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>Where exported profiles go.</summary>
public sealed record ProfileExportDestination
{
    /// <summary>The dataset.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Whether each segment goes to a batch of its own.</summary>
    public bool? SegmentPerBatch { get; init; }

    /// <summary>The batch that they are in.</summary>
    public string? BatchId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
