using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Takes changes of catalog objects back, the latest first.</summary>
internal sealed class CatalogUndo(Sandbox sandbox)
{
    private readonly Stack<Action> _steps = new();

    /// <summary>Remembers the object that a request is going to change.</summary>
    public void Remember(SubRequest request)
    {
        if (request.Path is not [var type, var id] || Collection(type) is not { } documents)
            return;
        JsonObject? before = documents.Find(id);
        // They go with their dataset.
        foreach (JsonObject view in sandbox.Documents[DatasetViews.Kind].All().Where(view => (string?)view["dataSetId"] == id))
            _steps.Push(() => sandbox.Documents[DatasetViews.Kind].Save((string)view["id"]!, view));
        _steps.Push(() =>
        {
            if (before is null)
                documents.Remove(id);
            else
                documents.Save(id, before);
        });
    }

    /// <summary>Remembers what a request has made: <c>["@/dataSets/5ba9…"]</c>.</summary>
    public void RememberNew(JsonNode? answer)
    {
        if (answer is JsonArray and [JsonValue reference] && reference.ToString().Split('/') is ["@", var type, var id]
            && Collection(type) is { } documents)
            _steps.Push(() => documents.Remove(id));
    }

    public void Run()
    {
        while (_steps.TryPop(out Action? step))
            step();
    }

    private DocumentCollection? Collection(string type) => type.ToUpperInvariant() switch
    {
        "DATASETS" => sandbox.Documents[DatasetService.Kind],
        "DATASETVIEWS" => sandbox.Documents[DatasetViews.Kind],
        "BATCHES" => sandbox.Documents[BatchService.Kind],
        _ => null,
    };
}
