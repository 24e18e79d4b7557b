using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Descriptors.</summary>
internal static class DescriptorRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tenant/descriptors", List);
        routes.MapGet("/tenant/descriptors/{id}", (Sandbox sandbox, string id) =>
            Results.Json(sandbox.Documents[ResourceKinds.Descriptors].Find(id) ?? throw RegistryErrors.NotFound(id)));
        routes.MapPost("/tenant/descriptors", async (HttpRequest request, Sandbox sandbox, DescriptorService descriptors) =>
            Results.Json(descriptors.Create(sandbox, await JsonBody.ReadObjectAsync(request)), statusCode: StatusCodes.Status201Created));
        routes.MapDelete("/tenant/descriptors/{id}", (Sandbox sandbox, string id) =>
            sandbox.Documents[ResourceKinds.Descriptors].Remove(id) ? Results.NoContent() : throw RegistryErrors.NotFound(id));
    }

    // xdm-v2 lists descriptors as one array, xdm groups them by type.
    private static IResult List(HttpRequest request, Sandbox sandbox)
    {
        IEnumerable<JsonObject> found = sandbox.Documents[ResourceKinds.Descriptors].All();
        foreach (string? filter in request.Query["property"])
            found = found.Where(PropertyFilter.Parse(filter!));
        string accept = request.Headers.Accept.ToString();
        if (!accept.Contains("vnd.adobe.", StringComparison.Ordinal))
            throw RegistryErrors.BadAccept(accept);
        if (!accept.Contains("xdm-v2", StringComparison.Ordinal))
        {
            return Results.Json(new JsonObject(found.GroupBy(descriptor => (string)descriptor["@type"]!)
                .Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, new JsonArray([.. group])))));
        }
        int limit = int.TryParse(request.Query["limit"].FirstOrDefault(), out int asked) ? Math.Clamp(asked, 1, 500) : 500;
        // orderby and start are opaque here: the id orders descriptors without ties.
        RegistryPage page = RegistryPage.Of(found, "@id", request.Query["start"].FirstOrDefault(), limit);
        return Results.Json(page.ToJson(request, descriptor => descriptor));
    }
}
