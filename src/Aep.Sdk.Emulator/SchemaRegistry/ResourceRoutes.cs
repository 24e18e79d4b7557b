using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Classes, field groups, data types and schemas.</summary>
internal static class ResourceRoutes
{
    private const int MaxLimit = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (string kind in ResourceKinds.Resources)
        {
            foreach (string container in (string[])["tenant", "global"])
            {
                routes.MapGet($"/{container}/{kind}", (HttpRequest request, Sandbox sandbox, ResourceStore resources) =>
                    List(request, sandbox, container, kind, resources));
                routes.MapGet($"/{container}/{kind}/{{id}}",
                    (HttpRequest request, Sandbox sandbox, string id, ResourceStore resources, SchemaRegistryService registry) =>
                        Get(request, sandbox, container, kind, id, resources, registry));
            }
            routes.MapPost($"/tenant/{kind}",
                (HttpRequest request, Sandbox sandbox, ResourceStore resources, ResourceValidator validator, SchemaRegistryService registry) =>
                    CreateAsync(request, sandbox, kind, resources, validator, registry));
            routes.MapPatch($"/tenant/{kind}/{{id}}",
                (HttpRequest request, Sandbox sandbox, string id, ResourceStore resources, ResourceValidator validator, SchemaRegistryService registry) =>
                    PatchAsync(request, sandbox, kind, id, resources, validator, registry));
            routes.MapDelete($"/tenant/{kind}/{{id}}", (Sandbox sandbox, string id, ResourceStore resources) => Delete(sandbox, kind, id, resources));
        }
    }

    private static IResult List(HttpRequest request, Sandbox sandbox, string container, string kind, ResourceStore resources)
    {
        bool summary = Representation.IsSummary(request);
        string orderBy = request.Query["orderby"].FirstOrDefault() ?? "title";
        IEnumerable<JsonObject> found = resources.All(sandbox, container, kind);
        foreach (string? filter in request.Query["property"])
            found = found.Where(PropertyFilter.Parse(filter!));
        RegistryPage page = RegistryPage.Of(found, orderBy, request.Query["start"].FirstOrDefault(), Limit(request));
        return Results.Json(page.ToJson(request, resource => summary ? Representation.Summary(resource) : resource));
    }

    private static IResult Get(HttpRequest request, Sandbox sandbox, string container, string kind, string id, ResourceStore resources, SchemaRegistryService registry)
    {
        Representation.CheckSingle(request);
        JsonObject resource = resources.Find(sandbox, container, kind, RouteText.Decode(id)) ?? throw RegistryErrors.NotFound(RouteText.Decode(id));
        if (Representation.IsFull(request))
        {
            resource["properties"] = XdmKinds.Properties(registry.Resolver(sandbox).Fields(resource));
            resource.Remove("allOf");
            resource.Remove("definitions");
        }
        return Results.Json(resource);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox, string kind, ResourceStore resources, ResourceValidator validator, SchemaRegistryService registry)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        validator.Check(sandbox, kind, body);
        if (kind == ResourceKinds.Schemas)
            body["meta:class"] = registry.ClassOf(sandbox, body);
        return Results.Json(resources.Add(sandbox, kind, body), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> PatchAsync(
        HttpRequest request, Sandbox sandbox, string kind, string id, ResourceStore resources, ResourceValidator validator, SchemaRegistryService registry)
    {
        JsonArray operations = await JsonBody.ReadArrayAsync(request);
        JsonObject resource = resources.Find(sandbox, "tenant", kind, RouteText.Decode(id)) ?? throw RegistryErrors.NotFound(RouteText.Decode(id));
        JsonObject changed = JsonPatch.Apply(resource, operations, RegistryErrors.Invalid);
        validator.Check(sandbox, kind, changed);
        UnionRules.Check(sandbox, resource, changed, registry);
        string key = (string)resource["$id"]!;
        sandbox.Documents[kind].Save(key, changed);
        return Results.Json(changed);
    }

    private static IResult Delete(Sandbox sandbox, string kind, string id, ResourceStore resources)
    {
        JsonObject resource = resources.Find(sandbox, "tenant", kind, RouteText.Decode(id)) ?? throw RegistryErrors.NotFound(RouteText.Decode(id));
        if (resource["meta:immutableTags"] is JsonArray { Count: > 0 })
            throw RegistryErrors.Invalid("A schema that takes part in the union cannot be deleted.");
        string key = (string)resource["$id"]!;
        bool used = ResourceKinds.Resources.SelectMany(other => sandbox.Documents[other].All())
            .Any(other => SchemaRegistryService.References(other).Contains(key));
        if (used)
            throw RegistryErrors.Invalid($"{key} is used by another resource.");
        sandbox.Documents[kind].Remove(key);
        return Results.NoContent();
    }

    private static int Limit(HttpRequest request) => int.TryParse(request.Query["limit"].FirstOrDefault(), out int limit) ? Math.Clamp(limit, 1, MaxLimit) : MaxLimit;
}
