using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Datasets;

/// <summary>Body of POST and PUT /datasets/{DATASET_ID}/labels.</summary>
internal sealed record DatasetLabelsBody(
    LabelledEntity EntityId, IReadOnlyList<string> Labels, IReadOnlyList<LabelledEntity> Parents,
    IReadOnlyList<FieldLabels>? OptionalLabels)
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Additional { get; set; }

    /// <summary>The first labels of a dataset. Labels of fields must not be among them.</summary>
    public static DatasetLabelsBody First(string datasetId, DatasetLabels labels) =>
        new(LabelledEntity.Dataset(datasetId), labels.Labels, labels.Parents, null) { Additional = labels.Additional };

    /// <summary>What takes the place of labels that are there.</summary>
    public static DatasetLabelsBody Next(string datasetId, DatasetLabels labels) =>
        First(datasetId, labels) with { OptionalLabels = labels.Fields };
}
