using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>Runs of scheduled queries (/data/foundation/query/schedules/{id}/runs).</summary>
internal static class ScheduleRunRoutes
{
    private static readonly QueryFilter Filter = new(
        FilterProperty.Time("created", ">", "<"),
        FilterProperty.Of("state", "==", "!="),
        new FilterProperty("externalTrigger", ["=="], run => [(bool)run["externalTrigger"]! ? "true" : "false"]));

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/schedules/{id}/runs", List);
        group.MapPost("/schedules/{id}/runs", Trigger);
        group.MapGet("/schedules/{id}/runs/{runId}",
            (Sandbox sandbox, string id, string runId, ScheduleRuns runs) => Results.Json(runs.Get(sandbox, id, runId)));
        group.MapPatch("/schedules/{id}/runs/{runId}", CancelAsync);
    }

    private static IResult List(HttpRequest request, Sandbox sandbox, string id, QuerySchedules schedules, ScheduleRuns runs)
    {
        schedules.Get(sandbox, id);
        return Results.Json(QueryPage.Of(request, "runsSchedules", Filter, runs.All(sandbox, id)));
    }

    private static IResult Trigger(Sandbox sandbox, string id, QuerySchedules schedules, ScheduleRuns runs)
    {
        JsonObject schedule = schedules.Get(sandbox, id);
        if ((string?)schedule["state"] != ScheduleState.Enabled)
            throw QueryErrors.BadRequest("Schedule is disabled. Immediate run cannot be triggered");
        runs.Trigger(sandbox, schedule, Cadence.Read(schedule["schedule"]!.AsObject()).MostActiveRuns);
        return QueryErrors.Accepted("Request to trigger run of a scheduled query accepted.");
    }

    private static async Task<IResult> CancelAsync(HttpRequest request, Sandbox sandbox, string id, string runId, ScheduleRuns runs)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        if ((string?)body["op"] != "cancel")
            throw QueryErrors.BadRequest("op must be cancel.");
        runs.Cancel(sandbox, id, runId);
        return QueryErrors.Accepted("Request to cancel run of a scheduled query accepted");
    }
}
