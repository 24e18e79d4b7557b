using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.FlowService.Landing;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>
/// Ends the runs that were going on when the platform stopped. An import whose batch was complete ends as its batch does; the files of
/// another one count as new again. An export whose files were all written lands; another one, which has left nothing, is done again.
/// </summary>
internal sealed class RunRecovery(
    FlowRuns runs, ExportLanding landing, IEnumerable<IResumableRuns> resumable, BatchService batches, BackgroundWork work,
    TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public void Recover(Sandbox sandbox)
    {
        foreach (JsonObject run in sandbox.Documents[FlowKinds.Runs].All().Where(FlowRuns.IsRunning))
        {
            string runId = (string)run["id"]!;
            JsonObject input = RunInputs.Find(sandbox, runId) ?? [];
            JsonObject? batch = ImportInput.BatchOf(input) is { } batchId ? batches.Find(sandbox, batchId) : null;
            if (batch is not null && (string?)batch["status"] != BatchStatus.Loading)
                work.StartNow($"flow run {runId}", token => FollowAsync(sandbox, runId, (string)batch["id"]!, input, token), _ => { });
            else if (ExportJournal.Of(input) is { } journal)
                Land(sandbox, runId, journal);
            else if (!resumable.Any(kind => kind.TryResume(sandbox, run, input)))
                GiveUp(sandbox, run, input, batch);
        }
    }

    // Now and not in the background: the next run of the flow must find the marks of this one.
    private void Land(Sandbox sandbox, string runId, ExportJournal journal)
    {
        try
        {
            runs.Finish(sandbox, runId, landing.Complete(sandbox, runId, journal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            runs.Fail(sandbox, runId, new RunError(RunError.Failed, exception.Message));
        }
    }

    private void GiveUp(Sandbox sandbox, JsonObject run, JsonObject input, JsonObject? batch)
    {
        if (batch is not null)
            batches.Fail(sandbox, (string)batch["id"]!);
        landing.Discard(sandbox, (string)run["id"]!);
        DropZoneFiles.Forget(sandbox, (string)run["flowId"]!, ImportInput.FilesOf(input) ?? []);
        runs.Fail(sandbox, (string)run["id"]!, new RunError(
            RunError.Interrupted, "The platform was stopped during the run, before its data was taken over."));
    }

    private async Task FollowAsync(Sandbox sandbox, string runId, string batchId, JsonObject input, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        JsonObject? batch = batches.Find(sandbox, batchId);
        while (batch is not null && (string?)batch["status"] == BatchStatus.Staging)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            batch = batches.Find(sandbox, batchId);
        }
        runs.Finish(sandbox, runId, ResultOf(batch, batchId, ImportInput.FilesOf(input)?.Count ?? 0));
    }

    private static RunResult ResultOf(JsonObject? batch, string batchId, int files)
    {
        JsonNode? metrics = batch?["metrics"];
        RunError[] errors = [.. batch?["errors"]?.AsArray()
            .Select(error => new RunError((string?)error?["code"] ?? RunError.Failed, (string?)error?["description"] ?? "")) ?? []];
        long Number(string name) => (long?)metrics?[name] ?? 0;
        return new RunResult(
            Number("inputRecordCount"), Number("outputRecordCount"), Number("inputByteSize"), Number("outputByteSize"), files,
            (int)Number("outputFileCount"), errors)
        {
            BatchId = batchId,
        };
    }
}
