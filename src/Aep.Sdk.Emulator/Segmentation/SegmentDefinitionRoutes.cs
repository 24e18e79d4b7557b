using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>/data/core/ups/segment/definitions and /segment/conversion</summary>
internal static class SegmentDefinitionRoutes
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/segment");
        group.MapGet("/definitions", List);
        group.MapPost("/definitions", async (HttpRequest request, Sandbox sandbox, SegmentDefinitions definitions) =>
            Results.Json(definitions.Create(sandbox, await JsonBody.ReadObjectAsync(request))));
        group.MapPost("/definitions/bulk-get", async (HttpRequest request, Sandbox sandbox) =>
            BulkGet.Answer(await JsonBody.ReadObjectAsync(request), sandbox.Documents[SegmentDefinitions.Kind].Find));
        group.MapGet("/definitions/{id}",
            (Sandbox sandbox, string id, SegmentDefinitions definitions) => Results.Json(definitions.Get(sandbox, id)));
        group.MapPatch("/definitions/{id}", async (HttpRequest request, Sandbox sandbox, string id, SegmentDefinitions definitions) =>
            Results.Json(definitions.Update(sandbox, id, await JsonBody.ReadObjectAsync(request))));
        group.MapDelete("/definitions/{id}", (Sandbox sandbox, string id, SegmentDefinitions definitions) =>
        {
            definitions.Delete(sandbox, id);
            return Results.Ok();
        });
        group.MapPost("/conversion", ConvertAsync);
    }

    private static async Task<IResult> ConvertAsync(HttpRequest request, SegmentRules rules)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        JsonObject converted = rules.Convert(body["expression"]);
        body["expression"] = converted;
        return Results.Json(body);
    }

    private static IResult List(HttpRequest request, Sandbox sandbox)
    {
        string streaming = request.Query["evaluationInfo.continuous.enabled"].ToString();
        if (streaming is not ("" or "true" or "false"))
            throw ProfileErrors.Invalid($"evaluationInfo.continuous.enabled '{streaming}' must be true or false.");
        JsonObject[] all = [.. ResourceOrder.Apply(request, sandbox.Documents[SegmentDefinitions.Kind].All())
            .Where(segment => streaming.Length == 0
                || ((bool?)segment["evaluationInfo"]?["continuous"]?["enabled"] == true) == (streaming == "true"))];
        int limit = OffsetPage.Number(request, "limit", DefaultLimit, 1, MaxLimit);
        int page = OffsetPage.Number(request, "page", 0, 0, int.MaxValue / MaxLimit);
        int start = OffsetPage.Number(request, "start", page * limit, 0, int.MaxValue / 2);
        int pages = (all.Length + limit - 1) / limit;
        string[] sort = request.Query["sort"].ToString().Split(':');
        return Results.Json(new JsonObject
        {
            ["segments"] = new JsonArray([.. all.Skip(start).Take(limit)]),
            ["page"] = new JsonObject
            {
                ["totalCount"] = all.Length,
                ["totalPages"] = pages,
                ["sortField"] = sort[0].Length == 0 ? "creationTime" : sort[0],
                ["sort"] = sort.Length > 1 ? sort[1] : "asc",
                ["pageSize"] = Math.Clamp(all.Length - start, 0, limit),
                ["limit"] = limit.ToString(CultureInfo.InvariantCulture),
            },
            ["link"] = new JsonObject(),
        });
    }
}
