using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.QueryService.IpAccess;

/// <summary>Which addresses may connect (/data/foundation/query/security).</summary>
internal static class IpAccessRoutes
{
    public static void Map(RouteGroupBuilder group)
    {
        RouteGroupBuilder security = group.MapGroup("/security");
        security.MapGet("/ip-access", (Sandbox sandbox, IpAccessList list, AepEmulatorOptions options) =>
            Answer(sandbox, options, "allowedIpRanges", list.Get(sandbox)));
        security.MapPut("/ip-access", async (HttpRequest request, Sandbox sandbox, IpAccessList list, AepEmulatorOptions options) =>
            Answer(sandbox, options, "allowedIpRanges", list.Set(sandbox, await JsonBody.ReadObjectAsync(request))));
        security.MapDelete("/ip-access", (Sandbox sandbox, IpAccessList list, AepEmulatorOptions options) =>
            Answer(sandbox, options, "deletedIpRanges", list.Delete(sandbox)));
        security.MapPost("/validate/ip-access", ValidateAsync);
    }

    private static async Task<IResult> ValidateAsync(HttpRequest request, Sandbox sandbox, IpAccessList list)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        if (!IPAddress.TryParse((string?)body["ipAddress"], out IPAddress? address))
            throw QueryErrors.BadRequest($"ipAddress '{body["ipAddress"]}' is no IP address.");
        return Results.Json(new JsonObject { ["isAllowed"] = list.Allows(sandbox, address) });
    }

    private static IResult Answer(Sandbox sandbox, AepEmulatorOptions options, string member, JsonArray ranges) =>
        Results.Json(new JsonObject
        {
            ["imsOrg"] = options.OrgId,
            ["sandboxName"] = sandbox.Name,
            ["channel"] = "data_distiller",
            [member] = ranges,
        });
}
