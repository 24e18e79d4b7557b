using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>/data/core/ups/audiences and the search of audiences</summary>
internal static class AudienceRoutes
{
    private const int DefaultLimit = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/audiences");
        group.MapGet("", List);
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, Audiences audiences) =>
            Created(audiences.Create(sandbox, await JsonBody.ReadObjectAsync(request))));
        group.MapPost("/bulk-get", async (HttpRequest request, Sandbox sandbox, Audiences audiences) =>
            BulkGet.Answer(await JsonBody.ReadObjectAsync(request), id => audiences.Find(sandbox, id)));
        group.MapGet("/{id}", (Sandbox sandbox, string id, Audiences audiences) => Results.Json(audiences.Get(sandbox, id)));
        group.MapPut("/{id}", async (HttpRequest request, Sandbox sandbox, string id, Audiences audiences) =>
            Created(audiences.Replace(sandbox, id, await JsonBody.ReadObjectAsync(request))));
        group.MapPatch("/{id}", async (HttpRequest request, Sandbox sandbox, string id, Audiences audiences) =>
            Created(audiences.Patch(sandbox, id, await JsonBody.ReadArrayAsync(request))));
        group.MapDelete("/{id}", (Sandbox sandbox, string id, Audiences audiences) =>
        {
            audiences.Delete(sandbox, id);
            return Results.NoContent();
        });
    }

    // The specification answers changes with 201 too.
    private static IResult Created(JsonObject audience) => Results.Json(audience, statusCode: StatusCodes.Status201Created);

    private static IResult List(HttpRequest request, Sandbox sandbox, Audiences audiences)
    {
        string name = request.Query["name"].ToString(), description = request.Query["description"].ToString();
        JsonObject[] found = [.. ResourceOrder.Apply(request, audiences.All(sandbox))
            .Where(audience => Contains(audience, "name", name) && Contains(audience, "description", description))];
        OffsetPage page = OffsetPage.Of(request, found.Length, DefaultLimit);
        return Results.Json(new JsonObject
        {
            ["children"] = new JsonArray([.. page.Slice(found)]),
            ["_page"] = new JsonObject
            {
                ["totalCount"] = found.Length,
                ["pageSize"] = page.Size,
                ["next"] = page.HasNext ? $"{page.Next}" : "0",
            },
            ["_links"] = new JsonObject
            {
                ["next"] =
                    page.HasNext ? new JsonObject { ["href"] = $"@/audiences?start={page.Next}&limit={page.Limit}" } : new JsonObject(),
            },
        });
    }

    private static bool Contains(JsonObject audience, string member, string text) =>
        text.Length == 0 || ((string?)audience[member])?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
