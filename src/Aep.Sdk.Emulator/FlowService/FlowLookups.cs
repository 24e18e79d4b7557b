using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Searches, tests and explorations.</summary>
internal static class FlowLookups
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (string kind in new[] { FlowKinds.Connections, FlowKinds.Flows })
            routes.MapPost(
                $"/{kind}/search", (HttpRequest request, Sandbox sandbox) => SearchAsync(request, sandbox.Documents[kind].All()));
        routes.MapPost("/flowSpecs/search",
            (HttpRequest request, Sandbox sandbox, SpecCollection specs) =>
                SearchAsync(request, specs.All(sandbox, SpecCollection.FlowSpecs)));
        routes.MapGet("/connections/{id}/test", (Sandbox sandbox, string id, FlowResources resources) =>
            Results.Json(new JsonObject { ["result"] = (string?)resources.Get(sandbox, FlowKinds.Connections, id)["state"] == "enabled" }));
        routes.MapGet("/connections/{id}/explore",
            (HttpRequest request, Sandbox sandbox, string id, FlowResources resources, Exploration exploration) =>
            ExploreAsync(
                request, sandbox, (string?)resources.Get(sandbox, FlowKinds.Connections, id)["connectionSpec"]?["id"], exploration));
        routes.MapGet("/connectionSpecs/{id}/explore", (HttpRequest request, Sandbox sandbox, string id, Exploration exploration) =>
            ExploreAsync(request, sandbox, id, exploration));
    }

    private static async Task<IResult> SearchAsync(HttpRequest request, IEnumerable<JsonObject> resources) =>
        Results.Json(FlowListing.Of(request, FlowQuery.Of(request, await JsonBody.ReadObjectAsync(request)), resources));

    private static async Task<IResult> ExploreAsync(HttpRequest request, Sandbox sandbox, string? spec, Exploration exploration) =>
        spec == SpecCatalog.LandingZoneSource
        ? Results.Json(await exploration.ExploreAsync(sandbox, request.Query))
        : throw NotSupported.Create($"GET {request.Path} for the connection spec {spec}");
}
