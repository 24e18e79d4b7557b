using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>A file of a view of a dataset.</summary>
public sealed record DatasetViewFile
{
    /// <summary>Id: <see cref="DatasetFilesClient.ListPartsAsync"/> takes it.</summary>
    public required string Id { get; init; }

    /// <summary>The batch that has brought it.</summary>
    public string? BatchId { get; init; }

    /// <summary>The view.</summary>
    [JsonPropertyName("dataSetViewId")]
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ViewId { get; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? Created { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
