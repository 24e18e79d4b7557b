using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Activates given profiles instead of the members of audiences: a run and a file for each audience of a flow.</summary>
internal sealed class TestActivations(FlowRuns runs, RunTurns turns, AudienceActivations activations)
{
    private const string SegmentMember = "testAudience";

    /// <returns>The id of the run of each audience.</returns>
    public IReadOnlyList<(string SegmentId, string RunId)> Start(Sandbox sandbox, JsonObject flow, IReadOnlyList<JsonObject> profiles) =>
        [.. AudienceSelector.Of(flow).Select(audience => (audience.SegmentId, Start(sandbox, flow, audience, profiles)))];

    // Not resumed after a stop: the profiles are those of the request.
    private string Start(Sandbox sandbox, JsonObject flow, AudienceSelector audience, IReadOnlyList<JsonObject> profiles)
    {
        var input = new JsonObject { [SegmentMember] = audience.SegmentId };
        AudienceMember[] members = [.. profiles.Select((profile, i) => MemberOf(profile, $"test {i}", audience.SegmentId))];
        return runs.Start(sandbox, (string)flow["id"]!, input, due: null, (context, cancellationToken) => turns.TakeAsync(
            context.FlowId,
            () => activations.ActivateAsync(
                sandbox, flow, audience, members.ToAsyncEnumerable(), incremental: false, context, cancellationToken),
            cancellationToken));
    }

    private static AudienceMember MemberOf(JsonObject profile, string key, string segmentId)
    {
        JsonNode?[] memberships = [.. (profile["segmentMembership"] as JsonObject ?? []).Select(space => space.Value?[segmentId])];
        return new AudienceMember(key, memberships.Any(membership => (string?)membership?["status"] == "realized"), profile)
        {
            Since = memberships.Max(membership => InstantOf(membership?["lastQualificationTime"])),
        };
    }

    private static DateTimeOffset? InstantOf(JsonNode? time) => DateTimeOffset.TryParse(
        time?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) ? instant : null;
}
