using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>Evaluation: …/constraints with labels or with datasets, and several evaluations in one request.</summary>
internal static class EvaluationRoutes
{
    private const string Action = "/marketingActions/";
    private const string Constraints = "/constraints";

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(GovernanceRoutes.Base);
        foreach (string owner in new[] { "core", "custom" })
        {
            group.MapGet($"{Action}{owner}/{{name}}{Constraints}", (
                HttpRequest request, Sandbox sandbox, string name, PolicyEvaluation evaluation) =>
                Results.Json(evaluation.Evaluate(
                    sandbox, GovernanceRoutes.Root(request), $"{owner}/{name}", Labels(request), IncludesDraft(request))));
            group.MapPost($"{Action}{owner}/{{name}}{Constraints}", async (
                HttpRequest request, Sandbox sandbox, string name, PolicyEvaluation evaluation) =>
            {
                JsonArray entities = await JsonBody.ReadArrayAsync(request);
                return Results.Json(
                    evaluation.Evaluate(sandbox, GovernanceRoutes.Root(request), $"{owner}/{name}", entities, IncludesDraft(request)));
            });
        }
        group.MapPost("/bulk-eval", async (HttpRequest request, Sandbox sandbox, PolicyEvaluation evaluation) =>
        {
            JsonArray body = await JsonBody.ReadArrayAsync(request);
            return Results.Json(new JsonArray([.. body.Select(item => One(request, sandbox, item as JsonObject ?? [], evaluation))]));
        });
    }

    // Each evaluation has a status of its own.
    private static JsonObject One(HttpRequest request, Sandbox sandbox, JsonObject item, PolicyEvaluation evaluation)
    {
        try
        {
            string reference = (string?)item["evalRef"] ?? throw GovernanceErrors.Invalid("evalRef is missing.");
            int place = reference.IndexOf(Action, StringComparison.Ordinal);
            if (place < 0 || !reference.EndsWith(Constraints, StringComparison.Ordinal))
                throw GovernanceErrors.Invalid($"The evalRef '{reference}' must end in {Action}…{Constraints}.");
            string action = reference[(place + Action.Length)..^Constraints.Length], root = GovernanceRoutes.Root(request);
            bool draft = (bool?)item["includeDraft"] ?? false;
            JsonObject result = item["entityList"] is JsonArray entities
                ? evaluation.Evaluate(sandbox, root, action, entities, draft)
                : evaluation.Evaluate(
                    sandbox, root, action, (item["labels"] as JsonArray ?? []).Select(label => (string)label!).ToHashSet(), draft);
            return new JsonObject { ["status"] = StatusCodes.Status200OK, ["body"] = result };
        }
        catch (ApiException exception)
        {
            return new JsonObject { ["status"] = exception.Status, ["body"] = exception.Body };
        }
    }

    private static HashSet<string> Labels(HttpRequest request) => request.Query["duleLabels"].ToString() is { Length: > 0 } labels
        ? [.. labels.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : throw GovernanceErrors.Invalid("duleLabels is required.");

    private static bool IncludesDraft(HttpRequest request) =>
        request.Query["includeDraft"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
}
