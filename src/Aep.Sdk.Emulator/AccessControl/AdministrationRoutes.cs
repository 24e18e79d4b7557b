using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>/data/foundation/access-control/administration: roles, subjects, policies, products.</summary>
internal static class AdministrationRoutes
{
    private const string Base = "/data/foundation/access-control/administration";
    private const string ProductId = "4525859963018";
    private const int DefaultLimit = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Base);
        MapRoles(group);
        MapPolicies(group);
        MapProducts(group);
    }

    private static void MapRoles(RouteGroupBuilder group)
    {
        group.MapGet("/roles", (HttpRequest request, Roles roles) => Page(request, "items", roles.All, "roles"));
        group.MapPost("/roles", async (HttpRequest request, Roles roles, ClientCredential user) =>
            Results.Json(roles.Create(await JsonBody.ReadObjectAsync(request), user.ClientId)));
        group.MapGet("/roles/{id}", (string id, Roles roles) => Results.Json(roles.Get(id)));
        group.MapPut("/roles/{id}", async (HttpRequest request, string id, Roles roles, ClientCredential user) =>
            Results.Json(roles.Replace(id, await JsonBody.ReadObjectAsync(request), user.ClientId)));
        group.MapPatch("/roles/{id}", async (HttpRequest request, string id, Roles roles, ClientCredential user) =>
            Results.Json(roles.Patch(id, await PatchAsync(request), user.ClientId)));
        group.MapDelete("/roles/{id}", (string id, Roles roles) =>
        {
            roles.Delete(id);
            return Results.NoContent();
        });
        group.MapGet("/roles/{id}/subjects", (HttpRequest request, string id, Roles roles) =>
            Page(request, "items", Subjects(id, roles.SubjectsOf(id)), $"roles/{id}/subjects"));
        group.MapPatch("/roles/{id}/subjects", async (HttpRequest request, string id, Roles roles) =>
        {
            IEnumerable<(bool, string)> changes = [.. (await PatchAsync(request)).Select(SubjectChange)];
            return Page(request, "subjects", Subjects(id, roles.ChangeSubjects(id, changes)), $"roles/{id}/subjects");
        });
    }

    private static void MapPolicies(RouteGroupBuilder group)
    {
        group.MapGet("/policies", (HttpRequest request, AccessPolicies policies) => Page(request, "items", policies.All, "policies"));
        group.MapPost("/policies", async (HttpRequest request, AccessPolicies policies, ClientCredential user) =>
            Results.Json(policies.Create(await JsonBody.ReadObjectAsync(request), user.ClientId)));
        group.MapGet("/policies/{id}", (string id, AccessPolicies policies) => Results.Json(policies.Get(id)));
        group.MapPut("/policies/{id}", async (HttpRequest request, string id, AccessPolicies policies, ClientCredential user) =>
            Results.Json(policies.Replace(id, await JsonBody.ReadObjectAsync(request), user.ClientId)));
        group.MapPatch("/policies/{id}", async (HttpRequest request, string id, AccessPolicies policies, ClientCredential user) =>
            Results.Json(policies.Patch(id, await PatchAsync(request), user.ClientId)));
        group.MapDelete("/policies/{id}", (string id, AccessPolicies policies) =>
        {
            policies.Delete(id);
            return Results.NoContent();
        });
    }

    private static void MapProducts(RouteGroupBuilder group)
    {
        group.MapGet("/products", () => Results.Json(new JsonObject
        {
            ["products"] = new JsonArray(
                new JsonObject { ["id"] = ProductId, ["name"] = "Adobe Experience Platform", ["serviceCode"] = "acp" }),
        }));
        group.MapGet("/products/{id}/categories", (string id) => Results.Json(new JsonObject
        {
            ["categories"] = new JsonArray([.. PermissionsOf(id).Select(permission => permission.Category).Distinct()
                .Select(category => new JsonObject { ["name"] = category })]),
        }));
        group.MapGet("/products/{id}/permission-sets", (string id) => Results.Json(new JsonObject
        {
            ["permission-sets"] = new JsonArray([.. PermissionsOf(id).Select(permission => new JsonObject
            {
                ["id"] = permission.Id,
                ["name"] = permission.Name,
                ["category"] = permission.Category,
                ["permissions"] = new JsonArray([.. permission.Resources.Select(resource => new JsonObject
                {
                    ["resource"] = resource,
                    ["actions"] = new JsonArray([.. permission.Actions.Select(action => (JsonNode)action)]),
                })]),
            })]),
        }));
    }

    private static IReadOnlyList<Permission> PermissionsOf(string product) =>
        product == ProductId ? Permissions.All : throw AccessErrors.NotFound("product", product);

    // Adobe's page wraps a list of operations; the specification shows one operation, its text a list of them.
    private static async Task<JsonArray> PatchAsync(HttpRequest request) => await JsonBody.ReadAnyAsync(request) switch
    {
        JsonArray operations => operations,
        JsonObject wrapper when wrapper["operations"] is JsonArray operations => operations.DeepClone().AsArray(),
        JsonObject operation => new JsonArray(operation.DeepClone()),
        _ => throw AccessErrors.Invalid("The body must be a patch operation or a list of them."),
    };

    private static (bool Add, string Subject) SubjectChange(JsonNode? operation)
    {
        string name = (string?)operation?["op"] ?? "", subject = (string?)operation?["value"]
            ?? throw AccessErrors.Invalid("value is missing in a patch operation.");
        return name is "add" or "remove"
            ? (name == "add", subject)
            : throw AccessErrors.Invalid($"The operation '{name}' must be add or remove.");
    }

    private static IReadOnlyList<JsonObject> Subjects(string role, IReadOnlyList<string> subjects) =>
        [.. subjects.Select(subject => new JsonObject
    {
        ["roleId"] = role,
        ["subjectType"] = "user",
        ["subjectId"] = subject,
    })];

    private static IResult Page(HttpRequest request, string member, IReadOnlyList<JsonObject> items, string path)
    {
        OffsetPage page = OffsetPage.Of(request, items.Count, DefaultLimit);
        string url = $"{request.Scheme}://{request.Host}{Base}/{path}";
        var links = new JsonObject
        {
            ["self"] = new JsonObject { ["href"] = url, ["templated"] = false },
            ["page"] = new JsonObject
            {
                ["href"] = url + "?limit={limit}&start={start}&orderBy={orderBy}&property={property}",
                ["templated"] = true
            },
        };
        if (page.HasNext)
            links["next"] = new JsonObject { ["href"] = $"{url}?start={page.Next}&limit={page.Limit}", ["templated"] = false };
        return Results.Json(new JsonObject
        {
            [member] = new JsonArray([.. page.Slice(items)]),
            ["_page"] = new JsonObject { ["limit"] = page.Limit, ["count"] = page.Size },
            ["_links"] = links,
        });
    }
}
