using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Segment jobs: evaluate definitions over all profiles and keep the memberships.</summary>
internal sealed class SegmentJobs(
    AepEmulatorOptions options, SegmentDefinitions definitions, AudienceEvaluator evaluator, MergePolicies policies,
    Memberships memberships, BackgroundWork work, TimeProvider time)
{
    public const string Kind = "segmentJobs";
    private const int MaxSegments = 1500;
    private static readonly string[] Running = ["NEW", "QUEUED", "PROCESSING"];
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _cancellations = new();

    public JsonObject Get(Sandbox sandbox, string id) =>
        sandbox.Documents[Kind].Find(id) ?? throw ProfileErrors.NotFound($"The segment job {id} does not exist.");

    public JsonObject Start(Sandbox sandbox, JsonArray body)
    {
        string[] ids = [.. body.Select(item => (string?)item?["segmentId"] ?? throw ProfileErrors.Invalid("segmentId is missing."))];
        if (ids.Length is 0 or > MaxSegments)
            throw ProfileErrors.Invalid($"A segment job evaluates between 1 and {MaxSegments} segment definitions, not {ids.Length}.");
        if (ids.Twice() is { } twice)
            throw ProfileErrors.Invalid($"The segment definition {twice} is named twice.");
        return Start(sandbox, [.. ids.Select(segment => definitions.Get(sandbox, segment))], "api", scheduleId: null);
    }

    /// <summary>Starts a job over definitions that exist.</summary>
    public JsonObject Start(Sandbox sandbox, IReadOnlyList<JsonObject> segments, string source, string? scheduleId)
    {
        string id = Guid.NewGuid().ToString();
        JsonObject job = SegmentJobDocument.Create(
            id, sandbox, options.OrgId, segments.Select(segment => Snapshot(sandbox, segment)), source, scheduleId, Now());
        sandbox.Documents[Kind].Save(id, job);
        Queue(sandbox, job);
        return job;
    }

    /// <summary>Evaluates once more what an earlier run of the platform did not finish: memberships are replaced as a whole.</summary>
    public void Resume(Sandbox sandbox)
    {
        foreach (JsonObject job in sandbox.Documents[Kind].All().Where(job => Running.Contains((string?)job["status"])))
            Queue(sandbox, job);
    }

    private void Queue(Sandbox sandbox, JsonObject job)
    {
        string id = (string)job["id"]!;
        string[] segments = [.. job["segments"]!.AsArray().Select(segment => (string)segment!["segmentId"]!)];
        var cancellation = _cancellations[id] = new CancellationTokenSource();
        work.Start(
            $"segment job {id}",
            stopping => RunAsync(sandbox, id, segments, cancellation, stopping),
            failure => Fail(sandbox, id, failure));
    }

    /// <summary>Asks a job to stop; one that has ended stays as it is.</summary>
    public void Cancel(Sandbox sandbox, string id)
    {
        _ = Get(sandbox, id);
        if (_cancellations.TryGetValue(id, out CancellationTokenSource? cancellation))
            cancellation.Cancel();
        Update(sandbox, id, job => job["status"] = Running.Contains((string?)job["status"]) ? "CANCELLED" : (string?)job["status"]);
    }

    private async Task RunAsync(
        Sandbox sandbox, string jobId, string[] segmentIds, CancellationTokenSource cancellation, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation.Token, stopping);
        try
        {
            await EvaluateAsync(sandbox, jobId, segmentIds, either.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Cancel has said so in the document already.
        }
        finally
        {
            _cancellations.TryRemove(jobId, out _);
            cancellation.Dispose();
        }
    }

    private async Task EvaluateAsync(Sandbox sandbox, string jobId, string[] segmentIds, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long start = Now();
        Update(sandbox, jobId, job => job["status"] = "PROCESSING");
        // The definitions as they are now, not as they were when the job was asked for.
        JsonObject[] segments = [.. segmentIds.Select(id => definitions.Get(sandbox, id))];
        Evaluation evaluation = await evaluator.EvaluateAsync(sandbox, segments, cancellationToken);
        var changes = segmentIds.ToDictionary(id => id, id => memberships.Replace(sandbox, id, evaluation.Members[id]));
        Update(sandbox, jobId, job =>
        {
            job["status"] = "SUCCEEDED";
            job["metrics"] = SegmentJobDocument.Metrics(evaluation, changes, start, Now());
        });
    }

    private JsonObject Snapshot(Sandbox sandbox, JsonObject definition)
    {
        JsonObject policy = policies.Get(sandbox, policies.Resolve(sandbox, (string?)definition["mergePolicyId"]).Id);
        return new JsonObject
        {
            ["id"] = definition["id"]!.DeepClone(),
            ["expression"] = definition["expression"]!.DeepClone(),
            ["mergePolicyId"] = policy["id"]!.DeepClone(),
            ["mergePolicy"] = new JsonObject { ["id"] = policy["id"]!.DeepClone(), ["version"] = policy["version"]!.DeepClone() },
        };
    }

    private void Fail(Sandbox sandbox, string jobId, Exception failure) => Update(sandbox, jobId, job =>
    {
        job["status"] = "FAILED";
        job["errors"] = new JsonArray(new JsonObject { ["code"] = "SEG-1500", ["msg"] = failure.Message });
    });

    private void Update(Sandbox sandbox, string jobId, Action<JsonObject> change) => sandbox.Documents[Kind].TryUpdate(jobId, job =>
    {
        change(job);
        job["updateTime"] = Now();
    }, out _);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
