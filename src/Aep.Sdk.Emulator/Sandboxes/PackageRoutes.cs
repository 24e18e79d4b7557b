using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>/data/foundation/exim: packages and their jobs.</summary>
internal static class PackageRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/exim/packages");
        group.MapGet("", (HttpRequest request, SandboxPackages packages) =>
            ToolingPage.List(request, packages.All, "status"));
        group.MapPost("", async (HttpRequest request, SandboxPackages packages, ClientCredential user) => Results.Json(
            packages.Create(await JsonBody.ReadObjectAsync(request), user.ClientId), statusCode: StatusCodes.Status201Created));
        group.MapPut("", ChangeAsync);
        group.MapPut("/update", async (HttpRequest request, SandboxPackages packages, ClientCredential user) => Results.Json(
            packages.MakePublic(await JsonBody.ReadObjectAsync(request), user.ClientId), statusCode: StatusCodes.Status202Accepted));
        group.MapGet("/{id}", (string id, SandboxPackages packages) => Results.Json(packages.Get(id)));
        group.MapDelete("/{id}", (string id, SandboxPackages packages) =>
        {
            packages.Delete(id);
            return Results.Json(new JsonObject { ["reason"] = $"Package {id} deleted" });
        });
        MapTransport(group);
        routes.MapGet("/data/foundation/exim/tools/job/{id}", (string id, PackageJobs jobs) => Results.Json(new JsonObject
        {
            ["status"] = "OK",
            ["type"] = "SUCCESS",
            ["message"] = $"Job with ID: {id} found",
            ["object"] = jobs.Get(id),
        }));
    }

    private static void MapTransport(RouteGroupBuilder group)
    {
        group.MapGet("/jobs", (HttpRequest request, PackageJobs jobs, SandboxPackages packages) => ToolingPage.List(
            request, [.. jobs.All.Where(job => packages.IsIn(job, request.Query["status"].ToString())).Select(Row)],
            "jobStatus", "requestType", "jobType"));
        group.MapGet("/payload/{id}", (string id, PackageSharing sharing) => Results.Json(sharing.Payload(id)));
        // With /export in the specification, without it on the page.
        foreach (string path in new[] { "/preflight/{id}/export", "/preflight/{id}" })
        {
            group.MapGet(path, (HttpRequest request, string id, PackagePreflight preflight) =>
                Results.Json(preflight.Check(id, request.Query["targetSandbox"].ToString())));
        }
        group.MapGet("/{id}/export", (HttpRequest request, string id, PackageJobs jobs, ClientCredential user) => Results.Json(Started(
            jobs.Publish(id, user.ClientId, OffsetPage.Number(request, "expiryPeriod", SandboxPackages.DefaultDays, 0, 10_000)))));
        group.MapGet("/{id}/import", (HttpRequest request, string id, PackageJobs jobs) =>
            Results.Json(jobs.Conflicts(id, request.Query["targetSandbox"].ToString())));
        // PUT in the specification, POST on the page.
        group.MapMethods("/import", ["PUT", "POST"], async (HttpRequest request, PackageJobs jobs, ClientCredential user) => Results.Json(
            Started(jobs.Import(await JsonBody.ReadObjectAsync(request), user.ClientId)), statusCode: StatusCodes.Status202Accepted));
        group.MapPost("/{id}/children", async (HttpRequest request, string id, PackageJobs jobs) => Results.Json(
            jobs.Children(id, await JsonBody.ReadArrayAsync(request)), statusCode: StatusCodes.Status201Created));
    }

    private static async Task<IResult> ChangeAsync(HttpRequest request, SandboxPackages packages, ClientCredential user) =>
        await JsonBody.ReadAnyAsync(request) switch
        {
            JsonArray several => Created(new JsonArray([.. several.Select(item => packages.Change(item!.AsObject(), user.ClientId))])),
            JsonObject one => Created(packages.Change(one, user.ClientId)),
            _ => throw SandboxErrors.Invalid("The body must be a change or a list of changes."),
        };

    private static IResult Created(JsonNode body) => Results.Json(body, statusCode: StatusCodes.Status201Created);

    private static JsonObject Started(JsonObject job)
    {
        var answer = new JsonObject();
        foreach (string member in new[] { "name", "visibility", "sourceSandbox", "destinationSandbox", "type" })
        {
            if (job[member] is { } value)
                answer[member] = value.DeepClone();
        }
        answer["correlationId"] = Guid.NewGuid().ToString();
        answer["jobId"] = job["id"]!.DeepClone();
        return answer;
    }

    private static JsonObject Row(JsonObject job) => new()
    {
        ["id"] = job["id"]!.DeepClone(),
        ["name"] = job["name"]!.DeepClone(),
        ["updated"] = job["modifiedTimestamp"]!.DeepClone(),
        ["created"] = job["createdTimestamp"]!.DeepClone(),
        ["requestType"] = job["requestType"]!.DeepClone(),
        ["jobType"] = job["jobType"]!.DeepClone(),
        ["packageType"] = job["type"]!.DeepClone(),
        ["jobStatus"] = job["jobStatus"]!.DeepClone(),
        ["visibility"] = job["visibility"]!.DeepClone(),
        ["sourceSandBox"] = job["sourceSandbox"]!["name"]!.DeepClone(),
        ["targetSandbox"] = job["destinationSandbox"]?["name"]?.DeepClone(),
        ["createdBy"] = job["createdBy"]!.DeepClone(),
    };
}
