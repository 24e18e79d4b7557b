using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>/data/foundation/exim/packages. What is not here (export, import, sharing) answers 501.</summary>
internal static class PackageRoutes
{
    private const int DefaultLimit = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/exim/packages");
        group.MapGet("", (HttpRequest request, SandboxPackages packages) => List(request, packages.All));
        group.MapPost("", async (HttpRequest request, SandboxPackages packages, ClientCredential user) =>
            Results.Json(packages.Create(await JsonBody.ReadObjectAsync(request), user.ClientId), statusCode: StatusCodes.Status201Created));
        group.MapPut("", async (HttpRequest request, SandboxPackages packages, ClientCredential user) =>
            await JsonBody.ReadAnyAsync(request) is JsonArray several
                ? Results.Json(new JsonArray([.. several.Select(item => packages.Change(item!.AsObject(), user.ClientId))]), statusCode: StatusCodes.Status201Created)
                : throw SandboxErrors.Invalid("The body must be a list of changes."));
        group.MapPut("/update", async (HttpRequest request, SandboxPackages packages, ClientCredential user) =>
            Results.Json(packages.Change(await JsonBody.ReadObjectAsync(request), user.ClientId), statusCode: StatusCodes.Status202Accepted));
        group.MapGet("/{id}", (string id, SandboxPackages packages) => id == "jobs" ? List(new JsonArray()) : Results.Json(packages.Get(id)));
        group.MapDelete("/{id}", (string id, SandboxPackages packages) =>
        {
            packages.Delete(id);
            return Results.Ok();
        });
    }

    // No job ever runs here: packages are neither exported nor imported.
    private static IResult List(JsonArray data) => Results.Json(new JsonObject
    {
        ["totalElements"] = 0,
        ["currentPage"] = 0,
        ["totalPages"] = 0,
        ["hasPreviousPage"] = false,
        ["hasNextPage"] = false,
        ["data"] = data,
    });

    private static IResult List(HttpRequest request, IReadOnlyList<JsonObject> all)
    {
        string status = request.Query["status"].ToString();
        JsonObject[] found = [.. all.Where(package => status.Length == 0 || (string?)package["status"] == status)];
        int limit = OffsetPage.Number(request, "limit", DefaultLimit, 1, 1000), start = OffsetPage.Number(request, "start", 0, 0, int.MaxValue / 1000);
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
