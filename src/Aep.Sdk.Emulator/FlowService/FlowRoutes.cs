using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.StreamingIngestion;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>The operations of Flow Service.</summary>
internal static class FlowRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (string kind in FlowKinds.All)
        {
            routes.MapGet(
                $"/{kind}", (HttpRequest request, Sandbox sandbox) => Results.Json(FlowListing.Of(request, sandbox.Documents[kind].All())));
            routes.MapGet($"/{kind}/{{id}}", (Sandbox sandbox, string id) => Single(sandbox.Documents[kind].Find(id), kind, id));
            if (kind == FlowKinds.Runs)
                continue;
            routes.MapPost($"/{kind}",
                (HttpRequest request, Sandbox sandbox, FlowValidator validator, FlowResources resources, FileImports imports,
                    Inlets inlets) =>
                CreateAsync(request, sandbox, kind, validator, resources, imports, inlets));
            routes.MapPatch(
                $"/{kind}/{{id}}", (HttpRequest request, Sandbox sandbox, string id, FlowResources resources, FileImports imports) =>
                PatchAsync(request, sandbox, kind, id, resources, imports));
            routes.MapDelete($"/{kind}/{{id}}", (Sandbox sandbox, string id) =>
                sandbox.Documents[kind].Remove(id) ? Results.NoContent() : throw FlowErrors.NotFound(kind, id));
        }
    }

    public static IResult Single(JsonObject? resource, string kind, string id) =>
        Results.Json(new JsonObject { ["items"] = new JsonArray(resource ?? throw FlowErrors.NotFound(kind, id)) });

    private static async Task<IResult> CreateAsync(
        HttpRequest request, Sandbox sandbox, string kind, FlowValidator validator, FlowResources resources, FileImports imports,
        Inlets inlets)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        bool draft = request.Query["mode"] == StateRoutes.Draft;
        if (draft)
            body["state"] = StateRoutes.Draft;
        else
            validator.Check(sandbox, kind, body);
        if (kind == FlowKinds.Connections && (string?)body["connectionSpec"]?["id"] == Inlets.ConnectionSpec)
            body["auth"] = inlets.Open(body["auth"] as JsonObject, $"{request.Scheme}://{request.Host}");
        JsonObject created = resources.Create(sandbox, kind, body);
        if (kind == FlowKinds.Flows)
            imports.LookForFiles(sandbox, (string)created["id"]!);
        return Results.Json(Reference(created), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> PatchAsync(
        HttpRequest request, Sandbox sandbox, string kind, string id, FlowResources resources, FileImports imports)
    {
        string etag = request.Headers.IfMatch.FirstOrDefault() ?? throw FlowErrors.MissingEtag();
        JsonArray operations = await JsonBody.ReadArrayAsync(request);
        JsonObject changed = resources.Update(sandbox, kind, id, etag, resource =>
        {
            JsonObject patched = JsonPatch.Apply(resource, operations, FlowErrors.Invalid);
            FlowRules.Check(patched);
            CloudFolders.Check(patched);
            if (kind == FlowKinds.TargetConnections)
                TargetRules.Check(patched);
            return patched;
        });
        if (kind == FlowKinds.Flows)
            imports.LookForFiles(sandbox, id);
        return Results.Json(Reference(changed));
    }

    public static JsonObject Reference(JsonObject resource) =>
        new() { ["id"] = resource["id"]!.DeepClone(), ["etag"] = resource["etag"]!.DeepClone() };
}
