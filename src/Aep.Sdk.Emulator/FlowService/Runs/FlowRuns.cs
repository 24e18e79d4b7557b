using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Starts runs and writes down how they end.</summary>
internal sealed class FlowRuns(FlowResources resources, BackgroundWork work, TimeProvider time)
{
    public const string Processing = "processing";

    /// <summary>Creates a run and does its work in the background.</summary>
    /// <returns>The run's id.</returns>
    public string Start(Sandbox sandbox, string flowId, Func<CancellationToken, Task<RunResult>> job)
    {
        string id = Create(sandbox, flowId);
        work.Start($"flow run {id}", async cancellationToken => Finish(sandbox, id, await job(cancellationToken)), failure => Fail(sandbox, id, failure));
        return id;
    }

    /// <summary>Creates a run and does its work now.</summary>
    public async Task RunAsync(Sandbox sandbox, string flowId, Func<CancellationToken, Task<RunResult>> job, CancellationToken cancellationToken)
    {
        string id = Create(sandbox, flowId);
        try
        {
            Finish(sandbox, id, await job(cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Fail(sandbox, id, exception);
            throw;
        }
    }

    public static bool IsRunning(Sandbox sandbox, string runId) =>
        (string?)sandbox.Documents[FlowKinds.Runs].Find(runId)?["metrics"]?["statusSummary"]?["status"] == Processing;

    private string Create(Sandbox sandbox, string flowId) => (string)resources.Create(sandbox, FlowKinds.Runs, new JsonObject
    {
        ["flowId"] = flowId,
        ["flowSpec"] = resources.Get(sandbox, FlowKinds.Flows, flowId)["flowSpec"]?.DeepClone(),
        ["metrics"] = new JsonObject
        {
            ["durationSummary"] = new JsonObject { ["startedAtUTC"] = Now() },
            ["statusSummary"] = new JsonObject { ["status"] = Processing },
        },
        ["activities"] = new JsonArray(),
    })["id"]!;

    private void Finish(Sandbox sandbox, string id, RunResult result) => resources.Update(sandbox, FlowKinds.Runs, id, null, run =>
    {
        JsonObject metrics = run["metrics"]!.AsObject();
        metrics["durationSummary"]!["completedAtUTC"] = Now();
        metrics["sizeSummary"] = new JsonObject { ["inputBytes"] = result.InputBytes, ["outputBytes"] = result.OutputBytes };
        metrics["recordSummary"] = new JsonObject
        {
            ["inputRecordCount"] = result.InputRecords,
            ["outputRecordCount"] = result.OutputRecords,
            ["failedRecordCount"] = result.InputRecords - result.OutputRecords,
        };
        metrics["fileSummary"] = new JsonObject { ["inputFileCount"] = result.InputFiles, ["outputFileCount"] = result.OutputFiles };
        metrics["statusSummary"] = Status(result.Status, result.Errors);
        return run;
    });

    private void Fail(Sandbox sandbox, string id, Exception failure) => resources.Update(sandbox, FlowKinds.Runs, id, null, run =>
    {
        run["metrics"]!["durationSummary"]!["completedAtUTC"] = Now();
        run["metrics"]!["statusSummary"] = Status("failed", [failure.Message]);
        return run;
    });

    private static JsonObject Status(string status, IReadOnlyList<string> errors)
    {
        var summary = new JsonObject { ["status"] = status };
        if (errors.Count > 0)
            summary["errors"] = new JsonArray([.. errors.Select(error => new JsonObject { ["code"] = "FLOW-RUN-500", ["message"] = error })]);
        return summary;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
