using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>Policies of the organisation, and which of Adobe's policies are enabled.</summary>
internal static class PolicyRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(GovernanceRoutes.Base);
        group.MapPost("/policies/custom", async (HttpRequest request, Sandbox sandbox, PolicyStore store) =>
            Show(request, store.SavePolicy(sandbox, Guid.NewGuid().ToString("N"), await JsonBody.ReadObjectAsync(request)),
                StatusCodes.Status201Created));
        group.MapPut("/policies/custom/{id}", async (HttpRequest request, Sandbox sandbox, string id, PolicyStore store) =>
        {
            _ = Find(sandbox, id);
            return Show(request, store.SavePolicy(sandbox, id, await JsonBody.ReadObjectAsync(request)), StatusCodes.Status200OK);
        });
        group.MapPatch("/policies/custom/{id}", async (HttpRequest request, Sandbox sandbox, string id, PolicyStore store) =>
        {
            JsonArray operations = await JsonBody.ReadArrayAsync(request);
            JsonObject changed = JsonPatch.Apply(Find(sandbox, id), operations, GovernanceErrors.Invalid);
            return Show(request, store.SavePolicy(sandbox, id, changed), StatusCodes.Status200OK);
        });
        group.MapDelete("/policies/custom/{id}", (Sandbox sandbox, string id) =>
            sandbox.Documents[PolicyStore.PolicyKind].Remove(id) ? Results.Ok() : throw GovernanceErrors.NotFound("policy", id));
        group.MapGet("/enabledCorePolicies", (HttpRequest request, Sandbox sandbox) =>
            Results.Json(GovernanceRoutes.WithLink(request, "enabledCorePolicies", PolicyStore.Enabled(sandbox))));
        group.MapPut("/enabledCorePolicies", async (HttpRequest request, Sandbox sandbox, PolicyStore store) =>
            Results.Json(
                GovernanceRoutes.WithLink(request, "enabledCorePolicies", store.Enable(sandbox, await JsonBody.ReadObjectAsync(request)))));
    }

    private static IResult Show(HttpRequest request, JsonObject policy, int status) =>
        Results.Json(GovernanceRoutes.WithLink(request, $"policies/custom/{policy["id"]}", policy), statusCode: status);

    private static JsonObject Find(Sandbox sandbox, string id) =>
        sandbox.Documents[PolicyStore.PolicyKind].Find(id) ?? throw GovernanceErrors.NotFound("policy", id);
}
