using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Descriptors.</summary>
internal static class DescriptorRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tenant/descriptors", (HttpRequest request, Sandbox sandbox) => List(request, DescriptorStore.All(sandbox)));
        // Standard XDM here has none.
        routes.MapGet("/global/descriptors", (HttpRequest request) => List(request, []));
        routes.MapGet("/global/descriptors/{id}", IResult (HttpRequest request, string id) =>
        {
            AcceptHeader.CheckDescriptor(request);
            throw RegistryErrors.NotFound(ResourceType.Descriptors, id);
        });
        routes.MapGet("/tenant/descriptors/{id}", (HttpRequest request, Sandbox sandbox, string id) =>
        {
            AcceptHeader.CheckDescriptor(request);
            return Results.Json(DescriptorService.Find(sandbox, id));
        });
        routes.MapPost("/tenant/descriptors", async (HttpRequest request, Sandbox sandbox, DescriptorService descriptors) =>
            Results.Json(descriptors.Create(sandbox, await JsonBody.ReadObjectAsync(request), Client(request)),
                statusCode: StatusCodes.Status201Created));
        // The guide says 201 for an update, the specification 200.
        routes.MapPut("/tenant/descriptors/{id}", async (HttpRequest request, Sandbox sandbox, string id, DescriptorService descriptors) =>
            Results.Json(descriptors.Replace(sandbox, id, await JsonBody.ReadObjectAsync(request), Client(request))));
        routes.MapDelete("/tenant/descriptors/{id}", (Sandbox sandbox, string id, DescriptorService descriptors) =>
        {
            descriptors.Delete(sandbox, id);
            return Results.NoContent();
        });
    }

    // v2 lists descriptors as one array with pages, the other forms group them by type.
    private static IResult List(HttpRequest request, IReadOnlyList<JsonObject> descriptors)
    {
        (bool isList, string form) = AcceptHeader.Descriptors(request);
        IEnumerable<JsonObject> found = PropertyFilter.Apply(request, descriptors);
        if (isList)
            return Results.Json(RegistryPage.Of(request, found).ToJson(descriptor => Show(descriptor, form)));
        return Results.Json(new JsonObject(found.GroupBy(descriptor => (string)descriptor["@type"]!)
            .Select(group => KeyValuePair.Create<string,
                JsonNode?>(group.Key, new JsonArray([.. group.Select(descriptor => Show(descriptor, form))])))));
    }

    private static JsonNode Show(JsonObject descriptor, string form) => form.ToLowerInvariant() switch
    {
        "id" => JsonValue.Create((string)descriptor["@id"]!),
        "link" => JsonValue.Create($"/tenant/descriptors/{descriptor["@id"]}"),
        _ => descriptor,
    };

    private static string Client(HttpRequest request) => request.Headers["x-api-key"].ToString();
}
