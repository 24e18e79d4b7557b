using System.Text.Json;
using System.Text.Json.Nodes;

namespace Propensity.Report;

/// <summary>The report for programs.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Task WriteAsync(string path, WorkflowResults results, IReadOnlyList<Check> checks, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(path, Build(results, checks).ToJsonString(Indented) + "\n", cancellationToken);

    private static JsonObject Build(WorkflowResults results, IReadOnlyList<Check> checks) => new()
    {
        ["tenantId"] = results.Generated!.TenantId,
        ["users"] = results.Generated.Users,
        ["distinctUsers"] = results.Explored!.DistinctUsers,
        ["events"] = results.Explored.Events,
        ["eventCounts"] = Map(results.Explored.EventCounts.Select(count => KeyValuePair.Create(count.EventType, count.Events))),
        ["trainingRows"] = results.Featurized!.Rows,
        ["positiveRate"] = results.Trained!.PositiveRate,
        ["auc"] = Map(results.Trained.Evaluations.Select(model => KeyValuePair.Create(model.Model, model.Auc))),
        ["aucNote"] = LeakageNote.Text,
        ["exportedFiles"] = results.Exported!.Files,
        ["exportedRows"] = results.Exported.Rows,
        ["scoredProfiles"] = results.Scored!.Count,
        ["profilesWithPropensity"] = results.Ingested!.ProfilesWithPropensity,
        ["segment"] = new JsonObject
        {
            ["id"] = results.Audience!.SegmentId,
            ["rule"] = results.Audience.Rule,
            ["expected"] = results.Audience.Expected,
            ["qualified"] = results.Audience.Qualified,
        },
        ["activatedRows"] = results.Audience.ActivatedRows,
        ["stepSeconds"] = Map(results.StepSeconds.Select(step => KeyValuePair.Create(step.Key, Math.Round(step.Value, 3)))),
        ["peakRssMb"] = Math.Round(PeakMemory.Megabytes(), 1),
        ["checks"] = new JsonArray([.. checks.Select(ToJson)]),
        ["reconciled"] = checks.All(check => check.Agrees),
    };

    private static JsonNode ToJson(Check check) => new JsonObject
    {
        ["left"] = check.Left,
        ["leftValue"] = check.LeftValue,
        ["right"] = check.Right,
        ["rightValue"] = check.RightValue,
        ["agrees"] = check.Agrees,
    };

    private static JsonObject Map<T>(IEnumerable<KeyValuePair<string, T>> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value))));
}
