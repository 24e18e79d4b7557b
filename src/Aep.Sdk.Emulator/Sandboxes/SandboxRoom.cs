using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>Sandboxes (/data/foundation/sandbox-management) and their packages (/data/foundation/exim).</summary>
internal sealed class SandboxRoom : IEmulatorRoom
{
    private const int DefaultLimit = 50;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SandboxService>();
        services.AddSingleton<SandboxPackages>();
        services.AddSingleton<PackageContents>();
        services.AddSingleton<PackageImport>();
        services.AddSingleton<PackageJobs>();
        services.AddSingleton<PackagePreflight>();
        services.AddSingleton<Partnerships>();
        services.AddSingleton<PackageSharing>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/sandbox-management");
        group.AddEndpointFilter((context, next) =>
        {
            CheckUserToken(context.HttpContext);
            return next(context);
        });
        group.MapGet("/", (HttpRequest request, SandboxService sandboxes) =>
            List(request, sandboxes.All.Where(sandbox => (string?)sandbox["state"] == SandboxService.Active)));
        group.MapGet("/sandboxes", (HttpRequest request, SandboxService sandboxes) => List(request, sandboxes.All));
        group.MapGet("/sandboxTypes", () => Results.Json(new JsonObject
        {
            ["sandboxTypes"] = new JsonArray(
                new JsonObject { ["id"] = "production", ["title"] = "Production" },
                new JsonObject { ["id"] = "development", ["title"] = "Development" }),
        }));
        group.MapPost("/sandboxes", async (HttpRequest request, SandboxService sandboxes) =>
            Accepted(sandboxes.Create(await JsonBody.ReadObjectAsync(request))));
        group.MapGet("/sandboxes/{name}", (string name, SandboxService sandboxes) => Results.Json(sandboxes.Get(name)));
        group.MapPut("/sandboxes/{name}", async (HttpRequest request, string name, SandboxService sandboxes) =>
            Accepted(sandboxes.Reset(name, await JsonBody.ReadObjectAsync(request))));
        group.MapPatch("/sandboxes/{name}", async (HttpRequest request, string name, SandboxService sandboxes) =>
            Results.Json(sandboxes.Rename(name, await JsonBody.ReadObjectAsync(request))));
        group.MapDelete("/sandboxes/{name}", (string name, SandboxService sandboxes) => Accepted(sandboxes.Delete(name)));
        PackageRoutes.Map(routes);
        SharingRoutes.Map(routes.MapGroup("/data/foundation/exim"));
    }

    // The token of a user who looks instead of the credential. Whoever it is, here are the same sandboxes.
    private static void CheckUserToken(HttpContext context)
    {
        string token = context.Request.Headers["x-user-token"].ToString();
        if (token.Length > 0 && !context.RequestServices.GetRequiredService<AccessTokens>().TryValidate(token, out _))
            throw GatewayErrors.Create(StatusCodes.Status401Unauthorized, "401013", "x-user-token is not a valid Oauth token");
    }

    private static IResult Accepted(JsonObject sandbox) => Results.Json(sandbox, statusCode: StatusCodes.Status202Accepted);

    private static IResult List(HttpRequest request, IEnumerable<JsonObject> sandboxes)
    {
        JsonObject[] found = [.. ResourceOrder.Apply(request, sandboxes)];
        OffsetPage page = OffsetPage.Of(request, found.Length, DefaultLimit);
        string url = $"{request.Scheme}://{request.Host}{request.Path}";
        var links = new JsonObject
        {
            ["page"] = new JsonObject { ["href"] = url + "?limit={limit}&offset={offset}", ["templated"] = true },
        };
        if (page.HasNext)
            links["next"] = new JsonObject { ["href"] = $"{url}?limit={page.Limit}&offset={page.Next}", ["templated"] = false };
        return Results.Json(new JsonObject
        {
            ["sandboxes"] = new JsonArray([.. page.Slice(found)]),
            ["_page"] = new JsonObject { ["limit"] = page.Limit, ["count"] = page.Size },
            ["_links"] = links,
        });
    }
}
