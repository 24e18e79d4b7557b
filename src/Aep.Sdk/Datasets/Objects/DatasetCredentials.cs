using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>Where a dataset lies, and the access to it.</summary>
public sealed record DatasetCredentials
{
    /// <summary>The dataset.</summary>
    [JsonPropertyName("dataSetId")]
    public string? DatasetId { get; init; }

    /// <summary>Where its files are.</summary>
    public string? Path { get; init; }

    /// <summary>Where the files of a batch are written to; null when no batch was named.</summary>
    public string? StagePath { get; init; }

    /// <summary>The access to the storage.</summary>
    public StorageCredentials? Credentials { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
