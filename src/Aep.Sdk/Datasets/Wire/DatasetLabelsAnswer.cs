using System.Text.Json;

namespace Aep.Sdk.Datasets;

/// <summary>
/// How Dataset Service answers with labels: as they are (the specification, and after a change), or as a member that names the dataset,
/// <c>AEP:dataset:5abd…</c> (Adobe's page on looking them up).
/// </summary>
internal static class DatasetLabelsAnswer
{
    // They are about the answer, not about the labels.
    private static readonly string[] NotSaid = ["code", "message", "imsOrg", "entityId"];

    /// <exception cref="JsonException">It is neither.</exception>
    public static DatasetLabels Read(JsonElement answer, string datasetId)
    {
        if (answer.ValueKind != JsonValueKind.Object)
            throw new JsonException($"Labels are an object, not {answer.ValueKind}.");
        JsonElement found = answer.TryGetProperty($"AEP:dataset:{datasetId}", out JsonElement named) ? named : answer;
        DatasetLabels labels = found.Deserialize(DatasetsJson.Default.DatasetLabels) ?? throw new JsonException("The answer is null.");
        foreach (string name in NotSaid)
            labels.Additional?.Remove(name);
        return labels;
    }
}
