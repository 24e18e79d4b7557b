using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.QueryService.Alerts;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>Scheduled queries (/data/foundation/query/schedules).</summary>
internal static class ScheduleRoutes
{
    private static readonly QueryFilter Filter = new(
        FilterProperty.Time("created", ">", "<"),
        FilterProperty.Of("userId", "=="),
        new FilterProperty("templateId", ["=="], schedule => [(string?)schedule["query"]?["templateId"] ?? ""]));

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/schedules", (HttpRequest request, Sandbox sandbox, QuerySchedules schedules) =>
            Results.Json(QueryPage.Of(request, "schedules", Filter, schedules.All(sandbox))));
        group.MapPost("/schedules", async (HttpRequest request, Sandbox sandbox, QuerySchedules schedules) => Results.Json(
            schedules.Create(sandbox, await JsonBody.ReadObjectAsync(request), Links.Address(request)),
            statusCode: StatusCodes.Status202Accepted));
        group.MapGet("/schedules/{id}", (Sandbox sandbox, string id, QuerySchedules schedules) => Results.Json(schedules.Get(sandbox, id)));
        group.MapPatch("/schedules/{id}", PatchAsync);
        group.MapDelete("/schedules/{id}", (Sandbox sandbox, string id, QuerySchedules schedules, QueryAlerts alerts) =>
        {
            schedules.Delete(sandbox, id);
            alerts.Forget(sandbox, id);
            return QueryErrors.Accepted("Schedule deleted successfully");
        });
    }

    private static async Task<IResult> PatchAsync(HttpRequest request, Sandbox sandbox, string id, QuerySchedules schedules)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        if (body["body"] is not JsonArray { Count: > 0 } operations)
            throw QueryErrors.BadRequest("The operations must stand in the array body.");
        schedules.Patch(sandbox, id, operations);
        return QueryErrors.Accepted("Request to patch accepted");
    }
}
