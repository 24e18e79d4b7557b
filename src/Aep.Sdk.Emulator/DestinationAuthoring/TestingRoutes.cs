using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DestinationAuthoring.Messages;
using Aep.Sdk.Emulator.DestinationAuthoring.Streaming;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>Sample profiles, sample templates, and what templates make of profiles.</summary>
internal static class TestingRoutes
{
    private const int MostProfiles = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sample-profiles", Profiles);
        routes.MapGet("/testing/template/sample/{id}", (Sandbox sandbox, string id) =>
            Results.Text(SampleTemplate.For(AuthoringResources.Get(sandbox, AuthoringKind.Destinations, id))));
        routes.MapPost("/testing/template/render", async (HttpRequest request, Sandbox sandbox, TemplateRendering rendering) =>
            Results.Json(rendering.Render(sandbox, await JsonBody.ReadObjectAsync(request))));
        routes.MapPost("/testing/template/render/destination", async (HttpRequest request, Sandbox sandbox) =>
            Results.Json(TemplateRendering.RenderFields(sandbox, await JsonBody.ReadObjectAsync(request))));
    }

    private static IResult Profiles(
        Sandbox sandbox, string? destinationId, string? destinationInstanceId, int? count, SampleProfiles profiles,
        InstanceProfiles instances, StreamingTests streaming)
    {
        if (count is < 1 or > MostProfiles)
            throw AuthoringErrors.Invalid($"count must be between 1 and {MostProfiles}.");
        if (destinationInstanceId is not null)
        {
            JsonObject flow = InstanceRoutes.FlowOf(sandbox, destinationInstanceId);
            if (InstanceRoutes.StreamingDestinationOf(sandbox, flow) is { } destination)
                return Results.Json(streaming.ProfilesFor(sandbox, flow, destination, count));
            InstanceRoutes.RequireFiles(flow);
            return Results.Json(instances.For(sandbox, flow, count ?? 1));
        }
        string id = destinationId ?? throw AuthoringErrors.Invalid("destinationId or destinationInstanceId is missing.");
        return Results.Json(profiles.For(AuthoringResources.Get(sandbox, AuthoringKind.Destinations, id), count));
    }
}
