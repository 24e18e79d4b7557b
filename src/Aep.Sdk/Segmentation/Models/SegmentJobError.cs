using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>Why a job failed.</summary>
public sealed record SegmentJobError
{
    /// <summary>The service's code.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Code { get; init; }

    /// <summary>What happened.</summary>
    [JsonPropertyName("msg")]
    public string? Message { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
