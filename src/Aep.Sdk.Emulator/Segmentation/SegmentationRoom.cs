using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Segmentation Service (/data/core/ups/segment): definitions, jobs, previews and estimates.</summary>
internal sealed class SegmentationRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SegmentRules>();
        services.AddSingleton<SegmentDefinitions>();
        services.AddSingleton<SegmentJobs>();
        services.AddSingleton<Memberships>();
        services.AddSingleton<Previews>();
        services.AddSingleton<IAudienceReader, AudienceReader>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups");
        MapDefinitions(group);
        MapJobs(group);
        group.MapPost("/preview", async (HttpRequest request, Sandbox sandbox, Previews previews) =>
            Results.Json(previews.Create(sandbox, await JsonBody.ReadObjectAsync(request)), statusCode: StatusCodes.Status201Created));
        group.MapGet("/estimate/{id}", (string id, Previews previews) => Results.Json(previews.Estimate(id)));
        group.MapDelete("/preview/{id}", (string id, Previews previews) =>
            previews.Remove(id) ? Results.Ok() : throw ProfileErrors.NotFound($"The preview {id} does not exist."));
    }

    private static void MapDefinitions(RouteGroupBuilder group)
    {
        group.MapGet("/segment/definitions", (HttpRequest request, Sandbox sandbox) => Results.Json(SegmentDefinitions.List(request, sandbox)));
        group.MapGet("/segment/definitions/{id}", (Sandbox sandbox, string id, SegmentDefinitions definitions) => Results.Json(definitions.Get(sandbox, id)));
        group.MapPost("/segment/definitions", async (HttpRequest request, Sandbox sandbox, SegmentDefinitions definitions) =>
            Results.Json(definitions.Create(sandbox, await JsonBody.ReadObjectAsync(request))));
        group.MapPatch("/segment/definitions/{id}", async (HttpRequest request, Sandbox sandbox, string id, SegmentDefinitions definitions) =>
            Results.Json(definitions.Update(sandbox, id, await JsonBody.ReadObjectAsync(request))));
        group.MapDelete("/segment/definitions/{id}", (Sandbox sandbox, string id) =>
            sandbox.Documents[SegmentDefinitions.Kind].Remove(id) ? Results.Ok() : throw ProfileErrors.NotFound($"The segment definition {id} does not exist."));
    }

    private static void MapJobs(RouteGroupBuilder group)
    {
        group.MapPost("/segment/jobs", async (HttpRequest request, Sandbox sandbox, SegmentJobs jobs) =>
            Results.Json(jobs.Start(sandbox, await JsonBody.ReadArrayAsync(request))));
        group.MapGet("/segment/jobs/{id}", (Sandbox sandbox, string id) =>
            Results.Json(sandbox.Documents[SegmentJobs.Kind].Find(id) ?? throw ProfileErrors.NotFound($"The segment job {id} does not exist.")));
        group.MapGet("/segment/jobs", (Sandbox sandbox, int? start, int? limit, string? status) =>
            Results.Json(SegmentJobs.List(sandbox, start ?? 0, limit ?? SegmentJobs.DefaultLimit, status)));
    }
}
