using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>GET /lastBatches: of each dataset the last batch, the last that succeeded and the last that failed.</summary>
internal static class LastBatches
{
    public static IEnumerable<JsonObject> Of(IEnumerable<JsonObject> batches) =>
        batches.GroupBy(BatchDocument.DatasetOf).Where(group => group.Key.Length > 0).Select(group => Show(group.Key, [.. group]));

    private static JsonObject Show(string datasetId, IReadOnlyList<JsonObject> batches)
    {
        JsonObject last = batches[^1];
        return new JsonObject
        {
            ["id"] = datasetId,
            ["lastBatchId"] = last["id"]!.DeepClone(),
            ["lastBatchStatus"] = last["status"]?.DeepClone(),
            ["lastSuccessfulBatchId"] = Last(batches, BatchStatus.Success),
            ["lastFailedBatchId"] = Last(batches, BatchStatus.Failed),
            ["imsOrg"] = last["imsOrg"]?.DeepClone(),
            ["created"] = last["created"]!.DeepClone(),
            ["updated"] = last["updated"]?.DeepClone(),
        };
    }

    private static string? Last(IReadOnlyList<JsonObject> batches, string status) =>
        batches.Where(batch => (string?)batch["status"] == status).Select(batch => (string?)batch["id"]).LastOrDefault();
}
