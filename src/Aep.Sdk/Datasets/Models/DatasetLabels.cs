using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>The data usage labels of a dataset and of its fields.</summary>
public sealed record DatasetLabels
{
    /// <summary>Labels of the dataset as a whole.</summary>
    public IReadOnlyList<string> Labels { get => field ?? []; init; }

    /// <summary>
    /// Labels of single fields, from the days when datasets could have them. They can be taken away, not added: new ones go to the fields
    /// of the schema (<see cref="DatasetLabelsClient.PropagateAsync(string, string, CancellationToken)"/>).
    /// </summary>
    [JsonPropertyName("optionalLabels")]
    public IReadOnlyList<FieldLabels> Fields { get => field ?? []; init; }

    /// <summary>The datasets and schemas whose labels this dataset inherits.</summary>
    public IReadOnlyList<LabelledEntity> Parents { get => field ?? []; init; }

    /// <summary>The version that was read; null when the dataset had no labels yet.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
