using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Catalog Service (/data/foundation/catalog): datasets and batches.</summary>
internal sealed class CatalogRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<DatasetService>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/catalog");
        group.MapGet("/dataSets", (HttpRequest request, Sandbox sandbox) =>
            Results.Json(CatalogListing.Of(request, sandbox.Documents[DatasetService.Kind].All())));
        group.MapGet("/dataSets/{id}", (Sandbox sandbox, string id) => Single(sandbox, DatasetService.Kind, "dataset", id));
        group.MapPost("/dataSets", CreateAsync);
        group.MapPatch("/dataSets/{id}", PatchAsync);
        group.MapDelete("/dataSets/{id}", Delete);
        group.MapGet("/batches", (HttpRequest request, Sandbox sandbox) =>
            Results.Json(CatalogListing.Of(request, sandbox.Documents[BatchService.Kind].All())));
        group.MapGet("/batches/{id}", (Sandbox sandbox, string id) => Single(sandbox, BatchService.Kind, "batch", id));
    }

    private static IResult Single(Sandbox sandbox, string kind, string name, string id) =>
        Results.Json(new JsonObject([CatalogListing.Entry(sandbox.Documents[kind].Find(id) ?? throw CatalogErrors.NotFound(name, id))]));

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, DatasetService datasets)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        string name = (string?)body["name"] ?? throw CatalogErrors.Invalid("name is missing.");
        string schemaId = (string?)body["schemaRef"]?["id"] ?? throw CatalogErrors.Invalid("schemaRef.id is missing.");
        CatalogDataset created = datasets.Create(sandbox, name, schemaId, body["tags"] as JsonObject);
        return Results.Json(new JsonArray($"@/dataSets/{created.Id}"), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> PatchAsync(HttpRequest request, Sandbox sandbox, string id, DatasetService datasets)
    {
        if (request.ContentType?.StartsWith("application/json-patch+json", StringComparison.OrdinalIgnoreCase) ?? false)
        {
            JsonArray operations = await JsonBody.ReadArrayAsync(request);
            datasets.Update(sandbox, id, document => JsonPatch.Apply(document, operations, CatalogErrors.Invalid));
        }
        else
        {
            JsonObject body = await JsonBody.ReadObjectAsync(request);
            datasets.Update(sandbox, id, document => Merge(document, body));
        }
        return Results.Json(new JsonArray($"@/dataSets/{id}"));
    }

    private static IResult Delete(Sandbox sandbox, string id, DatasetService datasets)
    {
        datasets.Delete(sandbox, id);
        return Results.Json(new JsonArray($"@/dataSets/{id}"));
    }

    private static JsonObject Merge(JsonObject document, JsonObject changes)
    {
        foreach ((string name, JsonNode? value) in changes)
            document[name] = document[name] is JsonObject inner && value is JsonObject nested ? Merge((JsonObject)inner.DeepClone(), nested) : value?.DeepClone();
        return document;
    }
}
