using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.FlowService.Schedules;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>
/// Source flows from the landing zone: each file of a folder is read once. The real platform looks at its interval; this one looks when a
/// file has arrived, too, unless it is told to wait (<see cref="AepEmulatorOptions.WaitForSchedules"/>).
/// </summary>
internal sealed class FileImports(
    AepEmulatorOptions options, FlowResources resources, FlowRuns runs, RunTurns turns, DropZoneFiles dropZone, FileImportJob job,
    BackgroundWork work, TimeProvider time)
    : IScheduledWork, IRetryableRuns, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, ITimer> _later = new();

    /// <summary>Looks for files that a flow has not read yet, in the background; before the flow's start, when that has come.</summary>
    public void LookForFiles(Sandbox sandbox, string flowId)
    {
        if (options.WaitForSchedules || FindImport(sandbox, flowId) is not { } flow)
            return;
        TimeSpan wait = FlowSchedule.UntilStart(flow, time.GetUtcNow());
        if (wait > TimeSpan.Zero)
            LookLater(sandbox, flowId, wait);
        else
            ReadNewFiles(sandbox, flowId);
    }

    public void LookForFiles(Sandbox sandbox)
    {
        foreach (JsonObject flow in sandbox.Documents[FlowKinds.Flows].All())
            LookForFiles(sandbox, (string)flow["id"]!);
    }

    public IEnumerable<ScheduledWork> In(Sandbox sandbox)
    {
        foreach (JsonObject flow in FlowWork.Flows(sandbox))
        {
            string id = (string)flow["id"]!;
            if (IsImport(flow) && FlowSchedule.Of(flow) is { } schedule)
                yield return FlowWork.Of(flow, schedule, _ => ReadNewFiles(sandbox, id));
        }
    }

    /// <summary>Reads the files of a time that are new when the run begins, as one run.</summary>
    /// <returns>The run's id.</returns>
    public string Start(Sandbox sandbox, JsonObject flow, RunWindow window) => runs.Start(
        sandbox, (string)flow["id"]!, ImportInput.Of([]), window.Start, async (context, cancellationToken) =>
        {
            await Task.Delay(window.UntilStart(time.GetUtcNow()), time, cancellationToken);
            return await turns.TakeAsync(
                context.FlowId,
                () => ImportAsync(sandbox, flow, NewFiles(sandbox, flow, window), context.RunId, cancellationToken),
                cancellationToken);
        });

    public string? Retry(Sandbox sandbox, JsonObject flow, JsonObject input)
    {
        if (ImportInput.FilesOf(input) is not { } keys)
            return null;
        return runs.Start(sandbox, (string)flow["id"]!, ImportInput.Of(keys), due: null, (context, cancellationToken) =>
            turns.TakeAsync(context.FlowId, () => RetryAsync(sandbox, flow, keys, context.RunId, cancellationToken), cancellationToken));
    }

    public void Dispose()
    {
        foreach (ITimer timer in _later.Values)
            timer.Dispose();
    }

    private static bool IsImport(JsonObject? flow) => (string?)flow?["flowSpec"]?["id"] == SpecCatalog.CloudStorageToPlatform;

    // A flow may be deleted while a file arrives: it is no import then, and the upload is none of its business.
    private static JsonObject? FindImport(Sandbox sandbox, string flowId) =>
        sandbox.Documents[FlowKinds.Flows].Find(flowId) is { } flow && IsImport(flow) && (string?)flow["state"] != StateRoutes.Draft
            ? flow
            : null;

    // One timer a flow, in steps: a timer has a longest time.
    private void LookLater(Sandbox sandbox, string flowId, TimeSpan wait)
    {
        ITimer timer = time.CreateTimer(
            _ => LookForFiles(sandbox, flowId), null, wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
        _later.AddOrUpdate(flowId, timer, (_, earlier) =>
        {
            earlier.Dispose();
            return timer;
        });
    }

    // A failure belongs to the run, which has written it down.
    private void ReadNewFiles(Sandbox sandbox, string flowId) => work.Start(
        $"import of flow {flowId}",
        cancellationToken => turns.TakeAsync(flowId, () => ReadNewFilesAsync(sandbox, flowId, cancellationToken), cancellationToken),
        _ => { });

    private async Task<RunResult> ReadNewFilesAsync(Sandbox sandbox, string flowId, CancellationToken cancellationToken)
    {
        JsonObject flow = resources.Get(sandbox, FlowKinds.Flows, flowId);
        List<StoredBlob> files = (string?)flow["state"] == "enabled" ? dropZone.NewFiles(sandbox, flow) : [];
        if (files.Count > 0)
        {
            JsonObject input = ImportInput.Of(files.Select(DropZoneFiles.Key));
            await runs.RunAsync(
                sandbox, flowId, input, (context, token) => ImportAsync(sandbox, flow, files, context.RunId, token), cancellationToken);
        }
        return RunResult.Nothing;
    }

    private List<StoredBlob> NewFiles(Sandbox sandbox, JsonObject flow, RunWindow window) =>
        [.. dropZone.NewFiles(sandbox, flow).Where(file => window.Covers(file.LastModified))];

    private Task<RunResult> ImportAsync(
        Sandbox sandbox, JsonObject flow, List<StoredBlob> files, string runId, CancellationToken cancellationToken)
    {
        string[] keys = [.. files.Select(DropZoneFiles.Key)];
        RunInputs.Save(sandbox, runId, ImportInput.Of(keys));
        // Whatever becomes of them, these files are not read again by themselves: rows are never doubled by a second look.
        DropZoneFiles.Remember(sandbox, (string)flow["id"]!, keys);
        return job.RunAsync(sandbox, flow, files, runId, cancellationToken);
    }

    private Task<RunResult> RetryAsync(
        Sandbox sandbox, JsonObject flow, IReadOnlyList<string> keys, string runId, CancellationToken cancellationToken)
    {
        List<StoredBlob> files = dropZone.Unchanged(sandbox, flow, keys);
        return files.Count == keys.Count
            ? ImportAsync(sandbox, flow, files, runId, cancellationToken)
            : throw new InvalidOperationException(
                $"{keys.Count - files.Count} of {keys.Count} files of the run are not there any more, or have changed.");
    }
}
