using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Batches as the catalog keeps them.</summary>
internal static class BatchRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/batches", (HttpRequest request, Sandbox sandbox, BatchService batches) =>
            Results.Json(CatalogListing.Of(request, batches.All(sandbox))));
        routes.MapGet("/batches/uniques/{field}", (HttpRequest request, Sandbox sandbox, string field, BatchService batches) =>
            Results.Json(Uniques(request, CatalogListing.Filter(request, batches.All(sandbox)), field)));
        routes.MapGet("/batches/{ids}", (HttpRequest request, Sandbox sandbox, string ids, BatchService batches) =>
            Results.Json(CatalogListing.Several(request, ids, id => batches.Find(sandbox, id), "batch")));
        routes.MapPost(
            "/batches", (HttpRequest request, Sandbox sandbox, BatchCatalog catalog) => CreateAsync(request, sandbox, null, catalog));
        routes.MapPost("/batches/{id}", (HttpRequest request, Sandbox sandbox, string id, BatchCatalog catalog) =>
            CreateAsync(request, sandbox, id, catalog));
        routes.MapPut("/batches/{id}", (HttpRequest request, Sandbox sandbox, string id, BatchCatalog catalog) =>
            ChangeAsync(request, sandbox, id, true, catalog));
        routes.MapPatch("/batches/{id}", (HttpRequest request, Sandbox sandbox, string id, BatchCatalog catalog) =>
            ChangeAsync(request, sandbox, id, false, catalog));
        routes.MapDelete("/batches/{id}", (Sandbox sandbox, string id, BatchCatalog catalog, AfterAll afterAll) =>
        {
            catalog.Delete(sandbox, id, afterAll);
            return Reference(id, StatusCodes.Status200OK);
        });
        routes.MapGet("/lastBatches", (HttpRequest request, Sandbox sandbox, BatchService batches) =>
            Results.Json(CatalogListing.Of(request, LastBatches.Of(batches.All(sandbox)))));
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, string? id, BatchCatalog catalog)
    {
        bool keep = !ValidateOnly.IsAsked(request);
        string created = catalog.Create(sandbox, id, await JsonBody.ReadObjectAsync(request), Client(request), keep);
        return keep ? Reference(created, StatusCodes.Status201Created) : ValidateOnly.Fine();
    }

    private static async Task<IResult> ChangeAsync(HttpRequest request, Sandbox sandbox, string id, bool isWhole, BatchCatalog catalog)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        bool keep = !isWhole || !ValidateOnly.IsAsked(request);
        catalog.Change(sandbox, id, body, isWhole, ObjectVersion.Seen(request), Client(request), keep);
        return Reference(id, StatusCodes.Status200OK);
    }

    private static JsonArray Uniques(HttpRequest request, IEnumerable<JsonObject> batches, string field)
    {
        IEnumerable<string> values = batches.Select(batch => batch[field]).OfType<JsonValue>().Select(value => value.ToString()).Distinct();
        return [.. CatalogListing.Page(request, values).Select(value => JsonValue.Create(value))];
    }

    private static IResult Reference(string id, int status) => Results.Json(new JsonArray($"@/batches/{id}"), statusCode: status);

    private static string Client(HttpRequest request) => request.Headers["x-api-key"].ToString();
}
