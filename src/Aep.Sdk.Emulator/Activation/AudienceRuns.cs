using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.FlowService.Schedules;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Runs of audiences: ad hoc, one at a time for an audience of a flow; by the schedule of the audience; and again.</summary>
internal sealed class AudienceRuns(FlowRuns runs, RunTurns turns, AudienceActivations activations, IAudienceReader audiences)
    : IScheduledWork, IRetryableRuns, IResumableRuns
{
    private const string SegmentMember = "exportAudience", IncrementalMember = "incremental";

    /// <returns>The id of the run that goes on, or null.</returns>
    public static string? FindRunning(Sandbox sandbox, JsonObject flow, string segmentId) => sandbox.Documents[FlowKinds.Runs].All()
        .Where(run => (string?)run["flowId"] == (string?)flow["id"] && FlowRuns.IsRunning(run))
        .Select(run => (string)run["id"]!)
        .FirstOrDefault(id => (string?)RunInputs.Find(sandbox, id)?[SegmentMember] == segmentId);

    private string Start(Sandbox sandbox, JsonObject flow, AudienceSelector audience, bool incremental, DateTimeOffset? due = null)
    {
        var input = new JsonObject { [SegmentMember] = audience.SegmentId, [IncrementalMember] = incremental };
        return runs.Start(sandbox, (string)flow["id"]!, input, due, JobOf(sandbox, flow, audience, incremental));
    }

    /// <summary>Starts a full export now. The only export of a one-time schedule whose time has come is this one.</summary>
    /// <returns>The run's id.</returns>
    public string StartOnDemand(Sandbox sandbox, JsonObject flow, AudienceSelector audience, DateTimeOffset now)
    {
        if (audience is { Schedule.IsOnce: true, AfterEvaluation: false } && Plan(sandbox, flow, audience) is { } work)
            FlowPlan.Take(sandbox, work, now);
        return Start(sandbox, flow, audience, incremental: false);
    }

    public bool TryResume(Sandbox sandbox, JsonObject run, JsonObject input)
    {
        if ((string?)input[SegmentMember] is not { } segmentId
            || sandbox.Documents[FlowKinds.Flows].Find((string)run["flowId"]!) is not { } flow
            || AudienceSelector.Of(flow).FirstOrDefault(selector => selector.SegmentId == segmentId) is not { } audience)
            return false;
        runs.Start(sandbox, RunContext.Of(run, input), JobOf(sandbox, flow, audience, (bool)input[IncrementalMember]!));
        return true;
    }

    public string? Retry(Sandbox sandbox, JsonObject flow, JsonObject input)
    {
        if ((string?)input[SegmentMember] is not { } segmentId)
            return null;
        AudienceSelector audience = AudienceSelector.Of(flow).FirstOrDefault(selector => selector.SegmentId == segmentId)
            ?? throw FlowErrors.Invalid($"The audience {segmentId} is not part of the flow {flow["id"]} any more.");
        return Start(sandbox, flow, audience, (bool)input[IncrementalMember]!);
    }

    public IEnumerable<ScheduledWork> In(Sandbox sandbox)
    {
        foreach (JsonObject flow in FlowWork.Flows(sandbox).Where(flow => SpecCatalog.IsExport((string?)flow["flowSpec"]?["id"])))
        {
            foreach (AudienceSelector audience in AudienceSelector.Of(flow).Where(audience => audience.Schedule is not null))
            {
                if (Plan(sandbox, flow, audience) is { } work)
                    yield return work;
            }
        }
    }

    private Func<RunContext, CancellationToken, Task<RunResult>> JobOf(
        Sandbox sandbox, JsonObject flow, AudienceSelector audience, bool incremental) =>
        (context, cancellationToken) => turns.TakeAsync(
            context.FlowId,
            () => activations.ActivateAsync(sandbox, flow, audience, incremental, context, cancellationToken),
            cancellationToken);

    private ScheduledWork? Plan(Sandbox sandbox, JsonObject flow, AudienceSelector audience)
    {
        var since = DateTimeOffset.FromUnixTimeMilliseconds((long)flow["updatedAt"]!);
        var work = new ScheduledWork(
            $"{flow["id"]} {audience.SegmentId}", audience.Definition, audience.Schedule!, (string?)flow["state"] == "enabled", since,
            due => Start(sandbox, flow, audience, audience.IsIncremental, due));
        if (!audience.AfterEvaluation)
            return work;
        // Each evaluation since the schedule was made is one occasion, within the days of the schedule; of a one-time schedule the first.
        return audiences.EvaluatedAt(sandbox, audience.SegmentId) is { } evaluated && evaluated >= since && audience.Covers(evaluated)
            ? work with
            {
                Definition = work.Schedule.IsOnce ? work.Definition : $"{work.Definition} {evaluated.ToUnixTimeMilliseconds()}",
                Schedule = new FlowSchedule(evaluated, null, null),
                Since = evaluated
            }
            : null;
    }
}
