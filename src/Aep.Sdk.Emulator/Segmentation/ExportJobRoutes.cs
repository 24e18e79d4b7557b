using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>/data/core/ups/export/jobs</summary>
internal static class ExportJobRoutes
{
    private const int DefaultLimit = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/export/jobs");
        group.MapGet("", List);
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, ExportJobs jobs) =>
            Results.Json(jobs.Start(sandbox, await JsonBody.ReadObjectAsync(request))));
        group.MapGet("/{id}", (Sandbox sandbox, string id) => Results.Json(ExportJobs.Get(sandbox, id)));
        group.MapDelete("/{id}", (Sandbox sandbox, string id, ExportJobs jobs) => Results.Json(jobs.Cancel(sandbox, id)));
    }

    private static IResult List(HttpRequest request, Sandbox sandbox)
    {
        string status = request.Query["status"].ToString();
        JsonObject[] found =
            [.. sandbox.Documents[ExportJobs.Kind].All().Where(job => status.Length == 0 || (string?)job["status"] == status)];
        OffsetPage page = OffsetPage.Of(request, found.Length, DefaultLimit);
        return Results.Json(new JsonObject
        {
            ["records"] = new JsonArray([.. page.Slice(found)]),
            ["page"] = new JsonObject
            {
                ["sortField"] = "createdTime",
                ["sort"] = "asc",
                ["pageOffset"] = page.Start.ToString(CultureInfo.InvariantCulture),
                ["pageSize"] = page.Size,
                ["totalCount"] = found.Length,
            },
            ["link"] = new JsonObject { ["next"] = page.HasNext ? $"/export/jobs/?limit={page.Limit}&offset={page.Next}" : "" },
        });
    }
}
