using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Connection and flow specifications.</summary>
internal static class SpecRoutes
{
    private const int DefaultLimit = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (string kind in new[] { SpecCollection.ConnectionSpecs, SpecCollection.FlowSpecs })
        {
            routes.MapGet($"/{kind}",
                (HttpRequest request, Sandbox sandbox, SpecCollection specs) =>
                    Results.Json(FlowListing.Of(request, specs.All(sandbox, kind))));
            routes.MapGet($"/{kind}/{{id}}", (Sandbox sandbox, string id, SpecCollection specs) =>
                FlowRoutes.Single(specs.Find(sandbox, kind, id), kind, id));
            routes.MapPost($"/{kind}", async (HttpRequest request, Sandbox sandbox, SpecCollection specs) =>
                Results.Json(
                    specs.Create(sandbox, kind, await JsonBody.ReadObjectAsync(request)), statusCode: StatusCodes.Status201Created));
            routes.MapPut($"/{kind}/{{id}}", async (HttpRequest request, Sandbox sandbox, string id, SpecCollection specs) =>
                Results.Json(specs.Replace(sandbox, kind, id, await JsonBody.ReadObjectAsync(request))));
        }
        routes.MapGet("/connectionSpecs/{id}/configs", Configs);
    }

    // The datasets that can be exported: the one configuration that Adobe's pages describe.
    private static IResult Configs(HttpRequest request, Sandbox sandbox, string id, DatasetService datasets, int? start, int? limit)
    {
        if (id != SpecCatalog.ActivationDataLake)
            throw NotSupported.Create($"GET {request.Path} for the connection spec {id}");
        if (request.Query["outputType"] != "activationDatasets" || request.Query["outputField"] != "datasets")
            throw FlowErrors.Invalid("outputType=activationDatasets and outputField=datasets must be given.");
        IReadOnlyList<CatalogDataset> all = datasets.All(sandbox);
        JsonObject[] page = [.. all.Skip(start ?? 0).Take(limit ?? DefaultLimit).Select(Describe)];
        return Results.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. page]),
            ["pageInfo"] = new JsonObject
            {
                ["start"] = start ?? 0,
                ["end"] = Math.Max(0, (start ?? 0) + page.Length - 1),
                ["total"] = all.Count,
                ["hasNext"] = (start ?? 0) + page.Length < all.Count,
            },
        });
    }

    private static JsonObject Describe(CatalogDataset dataset)
    {
        var item = new JsonObject { ["id"] = dataset.Id, ["name"] = dataset.Name };
        foreach (string member in new[] { "description", "fileDescription", "aspect", "state" }.Where(
            name => dataset.Document[name] is not null))
            item[member] = dataset.Document[member]!.DeepClone();
        return item;
    }
}
