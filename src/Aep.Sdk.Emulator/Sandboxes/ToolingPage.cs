using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>Lists of sandbox tooling: <c>start</c> counts pages.</summary>
internal static class ToolingPage
{
    private const int DefaultLimit = 20;

    /// <param name="request">Asks for page, order and filters.</param>
    /// <param name="all">What there is.</param>
    /// <param name="filters">Members that are query parameters of their own.</param>
    public static IResult List(HttpRequest request, IEnumerable<JsonObject> all, params string[] filters)
    {
        IEnumerable<JsonObject> kept = all.Where(item => filters.All(filter =>
            request.Query[filter].ToString() is { } asked && (asked.Length == 0 || (string?)item[filter] == asked)));
        JsonObject[] found = [.. ResourceOrder.ByPrefix(request.Query["orderBy"].ToString(), kept)];
        int limit = OffsetPage.Number(request, "limit", DefaultLimit, 1, 1000);
        int start = OffsetPage.Number(request, "start", 0, 0, int.MaxValue / 1000);
        int first = Math.Min(start * limit, found.Length);
        return Results.Json(new JsonObject
        {
            ["totalElements"] = found.Length,
            ["currentPage"] = start,
            ["totalPages"] = (found.Length + limit - 1) / limit,
            ["hasPreviousPage"] = start > 0,
            ["hasNextPage"] = first + limit < found.Length,
            ["data"] = new JsonArray([.. found.Skip(first).Take(limit)]),
        });
    }
}
