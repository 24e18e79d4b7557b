using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>The view that each dataset has, and the files in it: those that its batches have brought.</summary>
internal static class DatasetViews
{
    public static JsonObject Of(JsonObject dataset) => Described(dataset, new JsonObject
    {
        ["id"] = dataset["viewId"]?.DeepClone(),
        ["dataSetId"] = dataset["id"]?.DeepClone(),
        ["status"] = "enabled",
        ["created"] = dataset["created"]?.DeepClone(),
        ["updated"] = dataset["created"]?.DeepClone(),
    });

    public static IEnumerable<JsonObject> Files(Sandbox sandbox, JsonObject dataset)
    {
        foreach (LakeSnapshot snapshot in sandbox.Lake.Snapshots((string)dataset["id"]!))
        {
            for (int index = 0; index < snapshot.Files.Count; index++)
                yield return File(dataset, snapshot, index);
        }
    }

    private static JsonObject File(JsonObject dataset, LakeSnapshot snapshot, int index)
    {
        long time = snapshot.CommittedAt.ToUnixTimeMilliseconds();
        return Described(dataset, new JsonObject
        {
            ["id"] = snapshot.FileId(index),
            ["batchId"] = snapshot.BatchId,
            ["dataSetId"] = dataset["id"]?.DeepClone(),
            ["dataSetViewId"] = dataset["viewId"]?.DeepClone(),
            ["created"] = time,
            ["updated"] = time,
        });
    }

    private static JsonObject Described(JsonObject dataset, JsonObject document)
    {
        foreach (string name in new[] { "imsOrg", "sandboxId", "createdClient", "createdUser", "updatedUser" })
            document[name] = dataset[name]?.DeepClone();
        document["version"] = "1.0.0";
        return document;
    }
}
