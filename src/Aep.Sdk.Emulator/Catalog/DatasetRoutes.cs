using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Datasets.</summary>
internal static class DatasetRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dataSets", (HttpRequest request, Sandbox sandbox) =>
            Results.Json(CatalogListing.Of(request, sandbox.Documents[DatasetService.Kind].All())));
        routes.MapGet("/dataSets/{ids}", (HttpRequest request, Sandbox sandbox, string ids) => Results.Json(
            CatalogListing.Several(request, ids, sandbox.Documents[DatasetService.Kind].Find, "dataset")));
        routes.MapPost("/dataSets", CreateAsync);
        routes.MapPatch("/dataSets/{id}", PatchAsync);
        routes.MapPatch("/v2/dataSets/{id}", MergeAsync);
        routes.MapPut("/dataSets/{id}", ReplaceAsync);
        routes.MapDelete("/dataSets/{id}", (Sandbox sandbox, string id, DatasetService datasets, AfterAll afterAll) =>
        {
            datasets.Remove(sandbox, id);
            afterAll.Do(() => sandbox.Lake.Drop(id));
            return Reference(id);
        });
        routes.MapGet("/dataSets/{id}/credentials", IResult (Sandbox sandbox, string id, DatasetService datasets) =>
            throw (datasets.Find(sandbox, id) is null ? CatalogErrors.NotFound("dataset", id) : CatalogErrors.NoStorage(id)));
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, DatasetService datasets)
    {
        bool keep = !ValidateOnly.IsAsked(request);
        CatalogDataset created = datasets.Create(sandbox, await JsonBody.ReadObjectAsync(request), Client(request), keep);
        if (!keep)
            return ValidateOnly.Fine();
        request.HttpContext.Response.Headers.Location = $"{request.Scheme}://{request.Host}/data/foundation/catalog/dataSets/{created.Id}";
        return Results.Json(new JsonArray($"@/dataSets/{created.Id}"), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> PatchAsync(HttpRequest request, Sandbox sandbox, string id, DatasetService datasets)
    {
        if (!(request.ContentType ?? "").StartsWith("application/json-patch+json", StringComparison.OrdinalIgnoreCase))
            return await MergeAsync(request, sandbox, id, datasets);
        JsonArray operations = await JsonBody.ReadArrayAsync(request);
        return Update(request, sandbox, id, datasets, document => JsonPatch.Apply(document, operations, CatalogErrors.Invalid));
    }

    private static async Task<IResult> MergeAsync(HttpRequest request, Sandbox sandbox, string id, DatasetService datasets)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        return Update(request, sandbox, id, datasets, document => Merge(document, body));
    }

    // What the catalog assigns stays, whatever the body leaves out.
    private static async Task<IResult> ReplaceAsync(HttpRequest request, Sandbox sandbox, string id, DatasetService datasets)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        return Update(request, sandbox, id, datasets, document =>
        {
            JsonNode? table = document["tags"]?[DatasetTags.Table]?.DeepClone();
            document.Remove("tags");
            document.Remove("description");
            Merge(document, body);
            document["tags"] ??= new JsonObject();
            document["tags"]![DatasetTags.Table] ??= table;
            return document;
        });
    }

    private static IResult Update(
        HttpRequest request, Sandbox sandbox, string id, DatasetService datasets, Func<JsonObject, JsonObject> change)
    {
        bool keep = !HttpMethods.IsPut(request.Method) || !ValidateOnly.IsAsked(request);
        datasets.Update(sandbox, id, Client(request), change, ObjectVersion.Seen(request), keep);
        return Reference(id);
    }

    private static JsonObject Merge(JsonObject document, JsonObject changes)
    {
        foreach ((string name, JsonNode? value) in changes)
        {
            if (document[name] is JsonObject inner && value is JsonObject nested)
                Merge(inner, nested);
            else
                document[name] = value?.DeepClone();
        }
        return document;
    }

    private static IResult Reference(string id) => Results.Json(new JsonArray($"@/dataSets/{id}"));

    private static string Client(HttpRequest request) => request.Headers["x-api-key"].ToString();
}
