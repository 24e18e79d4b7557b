using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Actions that change the state of a resource: enable, disable, publish.</summary>
internal static class StateRoutes
{
    public const string Draft = "draft";
    private const string Enabled = "enabled", Disabled = "disabled";

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (string kind in FlowKinds.All.Where(kind => kind != FlowKinds.Runs))
        {
            routes.MapPost($"/{kind}/{{id}}/action", (HttpRequest request, Sandbox sandbox, string id, string? op, FlowResources resources,
                FlowValidator validator, FileImports imports) =>
                Act(request, sandbox, kind, id, op, resources, validator, imports));
        }
    }

    private static IResult Act(
        HttpRequest request, Sandbox sandbox, string kind, string id, string? op, FlowResources resources, FlowValidator validator,
        FileImports imports)
    {
        if (op?.ToUpperInvariant() is "FINALIZE_UPDATE" or "FINALIZE")
            throw NotSupported.Create($"POST /data/foundation/flowservice/{kind}/{{id}}/action?op={op}");
        string action = op?.ToLowerInvariant() switch
        {
            "publish" => "publish",
            "enable" or "disable" when kind == FlowKinds.Flows => op.ToLowerInvariant(),
            _ => throw FlowErrors.Invalid(
                $"op '{op}' is not supported: use {(kind == FlowKinds.Flows ? "enable, disable or publish" : "publish")}."),
        };
        JsonObject changed = resources.Update(sandbox, kind, id, request.Headers.IfMatch.FirstOrDefault(), resource =>
        {
            resource["state"] = Next(resource, action, id);
            if (action == "publish")
                validator.Check(sandbox, kind, resource);
            return resource;
        });
        if (kind == FlowKinds.Flows)
            imports.LookForFiles(sandbox, id);
        return Results.Json(FlowRoutes.Reference(changed));
    }

    private static string Next(JsonObject resource, string action, string id) => ((string?)resource["state"], action) switch
    {
        (Draft, "publish") => Enabled,
        (_, "publish") => throw FlowErrors.Invalid($"{id} is not a draft: there is nothing to publish."),
        (Draft, _) => throw FlowErrors.Invalid($"{id} is a draft: publish it first."),
        (_, "enable") => Enabled,
        _ => Disabled,
    };
}
