using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>A run as Flow Service shows it: metrics of the whole, and of the two activities of an import.</summary>
internal static class RunReport
{
    private const string Copy = "copyActivity", Promotion = "promotionActivity";

    public static JsonObject Begin(JsonObject flow, long now) => new()
    {
        ["flowId"] = flow["id"]!.DeepClone(),
        ["flowSpec"] = flow["flowSpec"]?.DeepClone(),
        ["metrics"] = new JsonObject
        {
            ["durationSummary"] = new JsonObject { ["startedAtUTC"] = now },
            ["statusSummary"] = new JsonObject { ["status"] = FlowRuns.Processing },
        },
        ["activities"] = new JsonArray(),
    };

    /// <param name="run">The run.</param>
    /// <param name="flow">Its flow; null when that is gone.</param>
    /// <param name="result">What it has moved.</param>
    /// <param name="now">When, in milliseconds since 1970.</param>
    public static void Complete(JsonObject run, JsonObject? flow, RunResult result, long now)
    {
        JsonObject metrics = run["metrics"]!.AsObject();
        metrics["durationSummary"]!["completedAtUTC"] = now;
        metrics["sizeSummary"] = Sizes(result.InputBytes, result.OutputBytes);
        metrics["recordSummary"] = Records(result);
        metrics["fileSummary"] = Files(result.InputFiles, result.OutputFiles);
        metrics["statusSummary"] = Status(result.Status, result.Errors);
        if (result.BatchId is { } batchId)
        {
            run["activities"] =
                new JsonArray(CopyActivity(metrics, flow, result, now), PromotionActivity(metrics, flow, result, batchId, now));
            foreach (string summary in new[] { "fileSummary", "statusSummary" })
                metrics[summary]!["activityRefs"] = new JsonArray(Promotion);
        }
    }

    public static void Fail(JsonObject run, RunError error, long now)
    {
        run["metrics"]!["durationSummary"]!["completedAtUTC"] = now;
        run["metrics"]!["statusSummary"] = Status(FlowRuns.Failed, [error]);
    }

    private static JsonObject CopyActivity(JsonObject metrics, JsonObject? flow, RunResult result, long now) => new()
    {
        ["id"] = Copy,
        ["updatedAtUTC"] = now,
        ["durationSummary"] = metrics["durationSummary"]!.DeepClone(),
        ["sizeSummary"] = Sizes(result.InputBytes, result.InputBytes),
        ["recordSummary"] = new JsonObject(),
        ["fileSummary"] = Files(result.InputFiles, result.InputFiles),
        ["statusSummary"] = Status("success", []),
        ["sourceInfo"] = new JsonArray(new JsonObject { ["id"] = IdOf(flow, "sourceConnectionIds"), ["type"] = "SourceConnection" }),
    };

    private static JsonObject PromotionActivity(
        JsonObject metrics, JsonObject? flow, RunResult result, string batchId, long now)
    {
        JsonObject status = Status(result.Status, result.Errors);
        if (result.Errors.Count > 0)
        {
            string batch = $"/data/foundation/export/batches/{batchId}/meta?path=";
            status["extensions"] = new JsonObject
            {
                ["manifest"] = new JsonObject { ["failedRecords"] = batch + "row_errors" },
                ["errors"] = new JsonArray([.. result.Errors.GroupBy(error => error.Code).Select(Summary)]),
            };
        }
        return new JsonObject
        {
            ["id"] = Promotion,
            ["updatedAtUTC"] = now,
            ["durationSummary"] = metrics["durationSummary"]!.DeepClone(),
            ["sizeSummary"] = Sizes(result.InputBytes, result.OutputBytes),
            ["recordSummary"] = Records(result),
            ["fileSummary"] = Files(result.InputFiles, result.OutputFiles),
            ["statusSummary"] = status,
            ["targetInfo"] = new JsonArray(new JsonObject
            {
                ["id"] = IdOf(flow, "targetConnectionIds"),
                ["type"] = "TargetConnection",
                ["reference"] = new JsonObject { ["type"] = "Batch", ["ids"] = new JsonArray(batchId) },
            }),
        };
    }

    // How many rows have the same trouble, with the first of them.
    private static JsonObject Summary(IGrouping<string, RunError> errors) => new()
    {
        ["code"] = errors.Key,
        ["recordCount"] = errors.Count(),
        ["message"] = errors.First().Message,
    };

    private static JsonNode? IdOf(JsonObject? flow, string member) => (flow?[member] as JsonArray)?.FirstOrDefault()?.DeepClone();

    private static JsonObject Sizes(long input, long output) => new() { ["inputBytes"] = input, ["outputBytes"] = output };

    private static JsonObject Files(int input, int output) => new() { ["inputFileCount"] = input, ["outputFileCount"] = output };

    private static JsonObject Records(RunResult result) => new()
    {
        ["inputRecordCount"] = result.InputRecords,
        ["outputRecordCount"] = result.OutputRecords,
        ["failedRecordCount"] = result.InputRecords - result.OutputRecords,
    };

    private static JsonObject Status(string status, IReadOnlyList<RunError> errors)
    {
        var summary = new JsonObject { ["status"] = status };
        if (errors.Count > 0)
            summary["errors"] =
                new JsonArray([.. errors.Select(error => new JsonObject { ["code"] = error.Code, ["message"] = error.Message })]);
        return summary;
    }
}
