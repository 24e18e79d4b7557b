using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.DestinationAuthoring.Messages;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.FlowService.Schedules;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>
/// Runs of flows to streaming destinations: after each evaluation of one of their audiences the destination is told of what has changed.
/// Whom it was not told of, because it did not answer or refused, it is told of in the next run.
/// </summary>
internal sealed class StreamingRuns(
    FlowRuns runs, RunTurns turns, IAudienceReader audiences, StreamedPersons streamed, StreamedChanges changes, StreamingMessages messages,
    MessageSender sender)
    : IScheduledWork, IRetryableRuns, IResumableRuns
{
    private const string Member = "streaming";

    public IEnumerable<ScheduledWork> In(Sandbox sandbox) => FlowWork.Flows(sandbox)
        .Where(flow => DestinationOf(sandbox, flow) is not null).Select(flow => Plan(sandbox, flow)).OfType<ScheduledWork>();

    public string? Retry(Sandbox sandbox, JsonObject flow, JsonObject input) =>
        input[Member] is null ? null : Start(sandbox, flow, due: null);

    public bool TryResume(Sandbox sandbox, JsonObject run, JsonObject input)
    {
        if (input[Member] is null || sandbox.Documents[FlowKinds.Flows].Find((string)run["flowId"]!) is not { } flow)
            return false;
        runs.Start(sandbox, RunContext.Of(run, input), JobOf(sandbox, flow));
        return true;
    }

    private static DestinationVersion? DestinationOf(Sandbox sandbox, JsonObject flow) =>
        StreamingDestinations.Find(sandbox, (string?)flow["flowSpec"]?["id"]);

    // Another choice of audiences or attributes is an occasion, too: the destination is told of those who are in already.
    private ScheduledWork? Plan(Sandbox sandbox, JsonObject flow)
    {
        DateTimeOffset? evaluated = AudienceSelector.Of(flow).Select(audience => audiences.EvaluatedAt(sandbox, audience.SegmentId)).Max();
        return evaluated is { } last
            ? new ScheduledWork(
                $"{flow["id"]} {Member}", $"{AudienceSelector.Parameters(flow)?.ToJsonString()} {last.ToUnixTimeMilliseconds()}",
                new FlowSchedule(last, null, null), (string?)flow["state"] == "enabled", last, due => Start(sandbox, flow, due))
            : null;
    }

    private string Start(Sandbox sandbox, JsonObject flow, DateTimeOffset? due) =>
        runs.Start(sandbox, (string)flow["id"]!, new JsonObject { [Member] = true }, due, JobOf(sandbox, flow));

    private Func<RunContext, CancellationToken, Task<RunResult>> JobOf(Sandbox sandbox, JsonObject flow) =>
        (context, cancellationToken) =>
            turns.TakeAsync(context.FlowId, () => StreamAsync(sandbox, flow, cancellationToken), cancellationToken);

    private async Task<RunResult> StreamAsync(Sandbox sandbox, JsonObject flow, CancellationToken cancellationToken)
    {
        string flowId = (string)flow["id"]!;
        DestinationVersion version = DestinationOf(sandbox, flow)
            ?? throw AuthoringErrors.Invalid($"The destination of the flow {flowId} is not there any more.");
        Dictionary<string, string> told = streamed.Read(sandbox, flowId);
        IReadOnlyList<StreamedPerson> changed = await changes.ReadAsync(sandbox, flow, version.Destination, told, cancellationToken);
        Delivery delivery = await SendAsync(sandbox, flow, version, changed, cancellationToken);
        StreamedPerson[] delivered = [.. changed.Where(person => delivery.Reached(person.Key))];
        foreach (StreamedPerson person in delivered)
            told[person.Key] = person.Signature();
        if (delivered.Length > 0)
            streamed.Write(sandbox, flowId, told);
        return new RunResult(changed.Count, delivered.Length, 0, delivery.Bytes, 0, 0, delivery.Errors);
    }

    private async Task<Delivery> SendAsync(
        Sandbox sandbox, JsonObject flow, DestinationVersion version, IReadOnlyList<StreamedPerson> persons,
        CancellationToken cancellationToken)
    {
        var delivery = new Delivery();
        JsonObject[] profiles = [.. persons.Select(person => ProfileGroup.Marked(person.Key, person.Profile))];
        foreach ((ProfileGroup group, Message message) in messages.Of(sandbox, flow, version, profiles))
        {
            if (delivery.IsCutOff)
                delivery.Miss(group);
            else
                await SendAsync(group, message, delivery, cancellationToken);
        }
        return delivery;
    }

    private async Task SendAsync(ProfileGroup group, Message message, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            JsonNode answer = (await sender.SendAsync(message, cancellationToken))["response"]!;
            if (((string)answer["code"]!).StartsWith('2'))
                delivery.Take(message);
            else
                delivery.Refuse(group, $"{message.Method} {message.Address}: the destination answered {answer["code"]}. {answer["body"]}");
        }
        catch (ApiException exception)
        {
            delivery.CutOff(group, (string?)exception.Body["message"] ?? exception.Message);
        }
    }
}
