using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>/data/core/ups/access/entities: one person, several, their events; taking one away.</summary>
internal static class EntityRoutes
{
    private const int MaxIdentities = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/access/entities");
        group.MapGet(
            "", (HttpRequest request, Sandbox sandbox, ProfileEntities entities) => Get(sandbox, EntityQuery.Read(request), entities));
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, ProfileEntities entities) =>
            GetSeveral(sandbox, EntityQuery.Read(await JsonBody.ReadObjectAsync(request)), entities));
        group.MapDelete("", Delete);
    }

    private static IResult Get(Sandbox sandbox, EntityQuery query, ProfileEntities entities)
    {
        Check(query, "GET");
        if (query.Identities is not [{ } identity])
            throw ProfileErrors.Invalid("entityId and entityIdNS are required.");
        if (identity.Namespace is null && Xid.Decode(identity.Id) is null)
            throw ProfileErrors.Invalid("entityIdNS is required.");
        Profile profile = entities.Find(sandbox, identity, query.MergePolicyId);
        return Results.Json(query.IsAboutEvents
            ? entities.Events(sandbox, query, profile)
            : new JsonObject { [profile.Id] = entities.Describe(sandbox, profile, query.Fields) });
    }

    private static IResult GetSeveral(Sandbox sandbox, EntityQuery query, ProfileEntities entities)
    {
        Check(query, "POST");
        if (query.Identities.Count is 0 or > MaxIdentities)
            throw ProfileErrors.Invalid($"identities must list between 1 and {MaxIdentities} identities, not {query.Identities.Count}.");
        var found = new JsonObject();
        foreach ((string Id, string? Namespace) identity in query.Identities)
        {
            if (entities.TryFind(sandbox, identity, query.MergePolicyId) is not { } profile || found.ContainsKey(profile.Id))
                continue;
            found[profile.Id] = query.IsAboutEvents
                ? entities.Events(sandbox, query with { Identities = [identity] }, profile)
                : entities.Describe(sandbox, profile, query.Fields);
        }
        return found.Count > 0 ? Results.Json(found) : throw ProfileErrors.NotFound("No profile has any of the identities.");
    }

    private static IResult Delete(HttpRequest request, Sandbox sandbox, ProfileEntities entities, ProfileRemovals removals)
    {
        EntityQuery query = EntityQuery.Read(request);
        if (query.Schema != ProfileSchemas.Profile)
            throw NotSupported.Create($"DELETE /data/core/ups/access/entities with schema.name '{query.Schema}'");
        if (query.Identities is not [{ } identity])
            throw ProfileErrors.Invalid("entityId and entityIdNS are required.");
        removals.AddPerson(sandbox, entities.Find(sandbox, identity, query.MergePolicyId).Identities);
        return Results.Accepted();
    }

    private static void Check(EntityQuery query, string method)
    {
        if (query.Schema.Length == 0)
            throw ProfileErrors.Invalid("schema.name is required.");
        if (query.IsAboutEvents && query.RelatedSchema != ProfileSchemas.Profile)
            throw ProfileErrors.Invalid($"relatedSchema.name must be {ProfileSchemas.Profile} to find events.");
        if (!query.IsAboutEvents && query.Schema != ProfileSchemas.Profile)
            throw NotSupported.Create($"{method} /data/core/ups/access/entities with schema.name '{query.Schema}'");
    }
}
