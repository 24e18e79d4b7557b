using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Starts runs and writes down how they end.</summary>
internal sealed class FlowRuns(FlowResources resources, BackgroundWork work, TimeProvider time)
{
    public const string Processing = "processing";
    public const string Failed = "failed";

    /// <summary>Creates a run and does its work in the background.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="flowId">The flow.</param>
    /// <param name="input">What the run works on.</param>
    /// <param name="due">When it was due; now when it was asked for.</param>
    /// <param name="job">The work.</param>
    /// <returns>The run's id.</returns>
    public string Start(
        Sandbox sandbox, string flowId, JsonObject input, DateTimeOffset? due, Func<RunContext, CancellationToken, Task<RunResult>> job)
    {
        RunContext context = Create(sandbox, flowId, input, due);
        Start(sandbox, context, job);
        return context.RunId;
    }

    /// <summary>Does the work of a run that was made before, in the background.</summary>
    public void Start(Sandbox sandbox, RunContext context, Func<RunContext, CancellationToken, Task<RunResult>> job) => work.Start(
        $"flow run {context.RunId}",
        async cancellationToken => Finish(sandbox, context.RunId, await job(context, cancellationToken)),
        failure => Fail(sandbox, context.RunId, new RunError(RunError.Failed, failure.Message)));

    /// <summary>Creates a run and does its work now.</summary>
    public async Task RunAsync(
        Sandbox sandbox, string flowId, JsonObject input, Func<RunContext, CancellationToken, Task<RunResult>> job,
        CancellationToken cancellationToken)
    {
        RunContext context = Create(sandbox, flowId, input, due: null);
        try
        {
            Finish(sandbox, context.RunId, await job(context, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Fail(sandbox, context.RunId, new RunError(RunError.Failed, exception.Message));
            throw;
        }
    }

    public static bool IsRunning(Sandbox sandbox, string runId) =>
        sandbox.Documents[FlowKinds.Runs].Find(runId) is { } run && IsRunning(run);

    public static bool IsRunning(JsonObject run) => (string?)run["metrics"]?["statusSummary"]?["status"] == Processing;

    public void Finish(Sandbox sandbox, string id, RunResult result) => resources.Update(sandbox, FlowKinds.Runs, id, null, run =>
    {
        RunReport.Complete(run, sandbox.Documents[FlowKinds.Flows].Find((string)run["flowId"]!), result, Now());
        return run;
    });

    public void Fail(Sandbox sandbox, string id, RunError error) => resources.Update(sandbox, FlowKinds.Runs, id, null, run =>
    {
        RunReport.Fail(run, error, Now());
        return run;
    });

    private RunContext Create(Sandbox sandbox, string flowId, JsonObject input, DateTimeOffset? due)
    {
        JsonObject flow = resources.Get(sandbox, FlowKinds.Flows, flowId);
        DateTimeOffset now = time.GetUtcNow();
        string id = (string)resources.Create(sandbox, FlowKinds.Runs, RunReport.Begin(flow, now.ToUnixTimeMilliseconds()))["id"]!;
        var context = new RunContext(flowId, id, due ?? now, now);
        context.WriteTo(input);
        RunInputs.Save(sandbox, id, input);
        return context;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
