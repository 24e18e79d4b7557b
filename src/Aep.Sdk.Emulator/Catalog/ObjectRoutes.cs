using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Views of datasets, their files, and tags.</summary>
internal static class ObjectRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapAll(routes, "/dataSetViews", "dataset view", DatasetViews.All);
        routes.MapPost("/dataSetViews", CreateViewAsync);
        MapAll(routes, "/dataSetFiles", "dataset file", Files);
        routes.MapGet("/dataSets/{id}/views", (HttpRequest request, Sandbox sandbox, string id) =>
            Results.Json(CatalogListing.Of(request, DatasetViews.All(sandbox, Dataset(sandbox, id)))));
        routes.MapGet("/dataSets/{id}/views/{viewId}", (HttpRequest request, Sandbox sandbox, string id, string viewId) =>
            Results.Json(CatalogListing.Single(request, View(sandbox, Dataset(sandbox, id), viewId))));
        routes.MapGet("/dataSets/{id}/views/{viewId}/files", (HttpRequest request, Sandbox sandbox, string id, string viewId) =>
            Results.Json(CatalogListing.Of(request, FilesOf(sandbox, Dataset(sandbox, id), viewId))));
        routes.MapGet("/tags/{tag}", (Sandbox sandbox, string tag, BatchService batches) =>
            Results.Json(TagIndex.Of(RouteText.Decode(tag), Datasets(sandbox), batches.All(sandbox))));
        // They were the catalog's before Flow Service; its page names them no longer.
        foreach (string type in new[] { "accounts", "connections", "connectors" })
            routes.Map($"/{type}/{{**rest}}", () => Gone(type));
        routes.MapGet("/ttl/{id}", (Sandbox sandbox, string id) =>
        {
            Dataset(sandbox, id);
            return Results.Json(RowExpiration.Limits());
        });
    }

    private static void MapAll(IEndpointRouteBuilder routes, string path, string kind, Func<Sandbox, IEnumerable<JsonObject>> all)
    {
        routes.MapGet(path, (HttpRequest request, Sandbox sandbox) => Results.Json(CatalogListing.Of(request, all(sandbox))));
        routes.MapGet(path + "/{ids}", (HttpRequest request, Sandbox sandbox, string ids) => Results.Json(CatalogListing.Several(
            request, ids, id => all(sandbox).FirstOrDefault(document => (string?)document["id"] == id), kind)));
    }

    private static IResult Gone(string type) =>
        throw CatalogErrors.NotFound("object type", $"{type} (it must be batches, dataSets, dataSetFiles or dataSetViews)");

    private static async Task<IResult> CreateViewAsync(HttpRequest request, Sandbox sandbox, TimeProvider time)
    {
        JsonObject view = DatasetViews.Create(sandbox, await JsonBody.ReadObjectAsync(request), time);
        if (ValidateOnly.IsAsked(request))
            return ValidateOnly.Fine();
        string id = (string)view["id"]!;
        sandbox.Documents[DatasetViews.Kind].Save(id, view);
        return Results.Json(new JsonArray($"@/dataSetViews/{id}"), statusCode: StatusCodes.Status201Created);
    }

    private static JsonObject View(Sandbox sandbox, JsonObject dataset, string viewId) =>
        DatasetViews.All(sandbox, dataset).FirstOrDefault(view => (string?)view["id"] == viewId)
        ?? throw CatalogErrors.NotFound("dataset view", viewId);

    private static IEnumerable<JsonObject> FilesOf(Sandbox sandbox, JsonObject dataset, string viewId) =>
        (string?)View(sandbox, dataset, viewId)["id"] == (string?)dataset["viewId"] ? DatasetViews.Files(sandbox, dataset) : [];

    private static IEnumerable<JsonObject> Files(Sandbox sandbox) =>
        Datasets(sandbox).SelectMany(dataset => DatasetViews.Files(sandbox, dataset));

    private static IReadOnlyList<JsonObject> Datasets(Sandbox sandbox) => sandbox.Documents[DatasetService.Kind].All();

    private static JsonObject Dataset(Sandbox sandbox, string id) =>
        sandbox.Documents[DatasetService.Kind].Find(id) ?? throw CatalogErrors.NotFound("dataset", id);
}
