using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>/data/core/ups/segment/jobs</summary>
internal static class SegmentJobRoutes
{
    private const int DefaultLimit = 100;
    private static readonly string[] Statuses =
        ["NEW", "QUEUED", "PROCESSING", "SUCCEEDED", "FAILED", "CANCELLED", "CANCELLING"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/segment/jobs");
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, SegmentJobs jobs) =>
            Results.Json(jobs.Start(sandbox, await JsonBody.ReadArrayAsync(request))));
        group.MapGet("", List);
        group.MapGet("/{id}", (Sandbox sandbox, string id, SegmentJobs jobs) => Results.Json(jobs.Get(sandbox, id)));
        group.MapDelete("/{id}", (Sandbox sandbox, string id, SegmentJobs jobs) =>
        {
            jobs.Cancel(sandbox, id);
            return Results.NoContent();
        });
        group.MapPost("/bulk-get", async (HttpRequest request, Sandbox sandbox) =>
            BulkGet.Answer(await JsonBody.ReadObjectAsync(request), sandbox.Documents[SegmentJobs.Kind].Find));
    }

    private static IResult List(HttpRequest request, Sandbox sandbox)
    {
        string[] statuses = request.Query["status"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(statuses, status => !Statuses.Contains(status)) is { } unknown)
            throw ProfileErrors.Invalid($"The status '{unknown}' must be one of {string.Join(", ", Statuses)}.");
        string snapshot = request.Query["snapshot.name"].ToString();
        JsonObject[] found = [.. ResourceOrder.Apply(request, sandbox.Documents[SegmentJobs.Kind].All()
            .Where(job => statuses.Length == 0 || statuses.Contains((string?)job["status"]))
            .Where(job => snapshot.Length == 0 || (string?)job["snapshot"]?["name"] == snapshot))];
        OffsetPage page = OffsetPage.Of(request, found.Length, DefaultLimit);
        return Results.Json(new JsonObject
        {
            ["_page"] = new JsonObject { ["totalCount"] = found.Length, ["pageSize"] = page.Size },
            ["children"] = new JsonArray([.. page.Slice(found)]),
            ["_links"] = new JsonObject
            {
                ["next"] =
                    page.HasNext ? new JsonObject { ["href"] = $"/segment/jobs?start={page.Next}&limit={page.Limit}" } : new JsonObject(),
            },
        });
    }
}
