using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Segmentation;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Real-Time Customer Profile (/data/core/ups/access): a person by identity.</summary>
internal sealed class ProfileRoom : IEmulatorRoom
{
    private const string ProfileSchema = "_xdm.context.profile";

    public void AddServices(IServiceCollection services) => services.AddSingleton<ProfileStore>();

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/data/core/ups/access/entities", Get);

    private static IResult Get(HttpRequest request, Sandbox sandbox, ProfileStore profiles, Memberships memberships)
    {
        string schema = request.Query["schema.name"].ToString(), id = request.Query["entityId"].ToString(), space = request.Query["entityIdNS"].ToString();
        if (schema != ProfileSchema)
            throw NotSupported.Create($"GET /data/core/ups/access/entities with schema.name '{schema}'");
        if (id.Length == 0 || space.Length == 0)
            throw ProfileErrors.Invalid("entityId and entityIdNS are required.");
        if (profiles.All(sandbox).GetValueOrDefault(ProfileKey.Of(space, id)) is not { } profile)
            throw ProfileErrors.NotFound($"No profile has the identity {id} of the namespace {space}.");
        JsonObject entity = profile.ToDocument();
        entity["identityMap"] = new JsonObject { [profile.Namespace] = new JsonArray(new JsonObject { ["id"] = profile.Identity }) };
        entity["segmentMembership"] = new JsonObject { ["ups"] = memberships.Of(sandbox, profile) };
        return Results.Json(new JsonObject
        {
            [profile.Identity] = new JsonObject { ["entityId"] = profile.Identity, ["entity"] = entity },
        });
    }
}
