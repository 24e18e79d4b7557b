using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>/data/core/ups/config/schedules</summary>
internal static class ScheduleRoutes
{
    private const int DefaultLimit = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/config/schedules");
        group.MapGet("", List);
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, SegmentSchedules schedules) =>
            Results.Json(schedules.Create(sandbox, await JsonBody.ReadObjectAsync(request))));
        group.MapGet("/{id}", (Sandbox sandbox, string id, SegmentSchedules schedules) => Results.Json(schedules.Get(sandbox, id)));
        group.MapPatch("/{id}", async (HttpRequest request, Sandbox sandbox, string id, SegmentSchedules schedules) =>
        {
            schedules.Patch(sandbox, id, await JsonBody.ReadArrayAsync(request));
            return Results.NoContent();
        });
        group.MapDelete("/{id}", (Sandbox sandbox, string id, SegmentSchedules schedules) =>
        {
            schedules.Delete(sandbox, id);
            return Results.NoContent();
        });
    }

    private static IResult List(HttpRequest request, Sandbox sandbox)
    {
        IReadOnlyList<JsonObject> all = sandbox.Documents[SegmentSchedules.Kind].All();
        OffsetPage page = OffsetPage.Of(request, all.Count, DefaultLimit);
        var answer = new JsonObject
        {
            ["_page"] = new JsonObject { ["totalCount"] = all.Count, ["pageSize"] = page.Size },
            ["children"] = new JsonArray([.. page.Slice(all)]),
            ["_links"] = new JsonObject
            {
                ["next"] = page.HasNext
                    ? new JsonObject { ["href"] = $"/config/schedules?start={page.Next}&limit={page.Limit}" }
                    : new JsonObject(),
            },
        };
        page.WriteNext(answer["_page"]!.AsObject());
        return Results.Json(answer);
    }
}
