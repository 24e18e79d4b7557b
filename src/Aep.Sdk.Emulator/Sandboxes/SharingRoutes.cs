using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>/data/foundation/exim/handshake and /transfer: packages for other organisations.</summary>
internal static class SharingRoutes
{
    private static readonly string[] Directions = ["INCOMING", "OUTGOING"];
    private static readonly string[] Types = ["PRIVATE", SandboxPackages.Public];

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/handshake/bulkCreate", async (HttpRequest request, Partnerships partnerships, ClientCredential user) =>
            Created(partnerships.Request(await JsonBody.ReadObjectAsync(request), user.ClientId)));
        group.MapPost("/handshake/action", async (HttpRequest request, Partnerships partnerships, ClientCredential user) =>
            Created(partnerships.Answer(await JsonBody.ReadObjectAsync(request), user.ClientId)));
        group.MapGet("/handshake/list", (HttpRequest request, Partnerships partnerships) =>
            List(request, OneOf(request, Directions) == "INCOMING" ? partnerships.Incoming : partnerships.Outgoing));
        group.MapPost("/transfer", async (HttpRequest request, PackageSharing sharing, ClientCredential user) =>
            Created(sharing.Share(await JsonBody.ReadObjectAsync(request), user.ClientId)));
        group.MapPost("/transfer/pullRequest", async (HttpRequest request, PackageSharing sharing, ClientCredential user) =>
            Created(sharing.Pull(await JsonBody.ReadObjectAsync(request), user.ClientId)));
        group.MapGet("/transfer/list", (HttpRequest request, PackageSharing sharing) =>
        {
            string type = OneOf(request, Types);
            return List(request, sharing.All.Where(transfer => (string?)transfer["requestType"] == type));
        });
        group.MapGet("/transfer/{id}", (string id, PackageSharing sharing) => Results.Json(sharing.Get(id)));
    }

    private static IResult Created(JsonNode body) => Results.Json(body, statusCode: StatusCodes.Status201Created);

    private static IResult List(HttpRequest request, IEnumerable<JsonObject> all) =>
        ToolingPage.List(request, ResourceOrder.AnyOf(request.Query["property"].ToString(), all));

    private static string OneOf(HttpRequest request, string[] values)
    {
        string given = request.Query["requestType"].ToString();
        return values.Contains(given)
            ? given
            : throw SandboxErrors.Invalid($"requestType '{given}' must be {string.Join(" or ", values)}.");
    }
}
