using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>A file of a batch: one file, or a folder of parts.</summary>
public sealed record DatasetFile
{
    /// <summary>Id.</summary>
    [JsonPropertyName("dataSetFileId")]
    public required string Id { get; init; }

    /// <summary>The view of the dataset that it is in.</summary>
    [JsonPropertyName("dataSetViewId")]
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ViewId { get; init; }

    /// <summary>Rows, where AEP has counted them.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? Records { get; init; }

    /// <summary>Bytes.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? Size { get; init; }

    /// <summary>False for a file that AEP has taken out of use.</summary>
    public bool? IsValid { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
