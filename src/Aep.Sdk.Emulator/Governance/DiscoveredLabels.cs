using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>The labels that were found on a dataset and on its fields.</summary>
internal sealed record DiscoveredLabels(
    string DatasetId, IReadOnlyList<string> OfDataset, IReadOnlyList<(string Path, string Label)> OfFields)
{
    public IEnumerable<string> All => OfDataset.Concat(OfFields.Select(item => item.Label)).Distinct();

    public JsonObject ToJson() => new()
    {
        ["entityType"] = "dataSet",
        ["entityId"] = DatasetId,
        ["dataSetLabels"] = new JsonObject
        {
            ["connection"] = new JsonObject { ["labels"] = new JsonArray() },
            ["dataSet"] = new JsonObject { ["labels"] = Array(OfDataset) },
            ["fields"] = new JsonArray([.. OfFields.GroupBy(item => item.Path).Select(group => new JsonObject
            {
                ["path"] = group.Key,
                ["labels"] = Array(group.Select(item => item.Label).Distinct()),
            })]),
        },
    };

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
