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
    [JsonIgnore]
    public long? Records { get => CountText.Parse(RecordsText); init => RecordsText = CountText.Write(value); }

    /// <summary>Bytes.</summary>
    [JsonIgnore]
    public long? Size { get => CountText.Parse(SizeText); init => SizeText = CountText.Write(value); }

    /// <summary>False for a file that AEP has taken out of use.</summary>
    public bool? IsValid { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    [JsonInclude]
    [JsonPropertyName("records")]
    [JsonConverter(typeof(TextOrNumberConverter))]
    internal string? RecordsText { get; init; }

    [JsonInclude]
    [JsonPropertyName("size")]
    [JsonConverter(typeof(TextOrNumberConverter))]
    internal string? SizeText { get; init; }
}
