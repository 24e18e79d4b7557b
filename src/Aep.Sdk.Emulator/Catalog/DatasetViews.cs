using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// The view that each dataset has, and the files in it: those that its batches have brought. More views can be made; nothing writes into
/// them.
/// </summary>
internal static class DatasetViews
{
    /// <summary>Where the views stand that were made, in the document store.</summary>
    public const string Kind = "dataSetViews";

    private static readonly string[] States = ["enabled", "disabled"];

    public static IEnumerable<JsonObject> All(Sandbox sandbox) =>
        sandbox.Documents[DatasetService.Kind].All().SelectMany(dataset => All(sandbox, dataset));

    /// <summary>The views of a dataset.</summary>
    public static IEnumerable<JsonObject> All(Sandbox sandbox, JsonObject dataset) =>
        [Of(dataset), .. sandbox.Documents[Kind].All().Where(view => (string?)view["dataSetId"] == (string?)dataset["id"])];

    /// <summary>Makes a view from the body of a request, without keeping it.</summary>
    public static JsonObject Create(Sandbox sandbox, JsonObject body, TimeProvider time)
    {
        string dataSetId = body["dataSetId"]?.ToString() ?? throw CatalogErrors.Invalid("dataSetId is required.");
        JsonObject dataset = sandbox.Documents[DatasetService.Kind].Find(dataSetId)
            ?? throw CatalogErrors.Invalid($"The dataset {dataSetId} does not exist.");
        string status = body["status"]?.ToString() ?? States[0];
        if (!States.Contains(status))
            throw CatalogErrors.Invalid($"status must be one of {string.Join(", ", States)}; it is {status}.");
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return Described(dataset, new JsonObject
        {
            ["id"] = ObjectIds.New(time),
            ["dataSetId"] = dataSetId,
            ["status"] = status,
            ["created"] = now,
            ["updated"] = now,
        });
    }

    private static JsonObject Of(JsonObject dataset) => Described(dataset, new JsonObject
    {
        ["id"] = dataset["viewId"]?.DeepClone(),
        ["dataSetId"] = dataset["id"]?.DeepClone(),
        ["status"] = "enabled",
        ["created"] = dataset["created"]?.DeepClone(),
        ["updated"] = dataset["created"]?.DeepClone(),
    });

    /// <summary>The files of a dataset, which are in the view that it has had from the beginning.</summary>
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
