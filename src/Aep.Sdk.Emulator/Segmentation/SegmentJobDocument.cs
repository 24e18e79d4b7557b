using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>A segment job as the API shows it.</summary>
internal static class SegmentJobDocument
{
    public static JsonObject Create(
        string id, Sandbox sandbox, string orgId, IEnumerable<JsonObject> segments, string source, string? scheduleId, long now) => new()
        {
            ["id"] = id,
            ["imsOrgId"] = orgId,
            ["sandbox"] = sandbox.ToReference(),
            ["profileInstanceId"] = "ups",
            ["source"] = source,
            ["status"] = "QUEUED",
            ["batchId"] = Guid.NewGuid().ToString(),
            ["segments"] = new JsonArray([.. segments.Select(segment =>
            new JsonObject { ["segmentId"] = segment["id"]!.DeepClone(), ["segment"] = segment })]),
            ["requestId"] = Guid.NewGuid().ToString("N"),
            ["schema"] = new JsonObject { ["name"] = ProfileSchemas.Profile },
            ["properties"] = scheduleId is null
            ? new JsonObject()
            : new JsonObject { ["scheduleId"] = scheduleId, ["runId"] = Guid.NewGuid().ToString() },
            ["_links"] = new JsonObject
            {
                ["cancel"] = new JsonObject { ["href"] = $"/segment/jobs/{id}", ["method"] = "DELETE" },
                ["checkStatus"] = new JsonObject { ["href"] = $"/segment/jobs/{id}", ["method"] = "GET" },
            },
            ["creationTime"] = now,
            ["updateTime"] = now,
        };

    public static JsonObject Metrics(Evaluation evaluation, IReadOnlyDictionary<string, MembershipChange> changes, long start, long end) =>
        new()
        {
            ["totalTime"] = Time(start, end),
            ["profileSegmentationTime"] = Time(start, end),
            ["totalProfiles"] = evaluation.Total,
            ["segmentedProfileCounter"] = PerSegment(changes, (_, change) => change.Members),
            ["segmentedProfileByNamespaceCounter"] = PerSegment(changes, (id, _) => new JsonObject(evaluation.Members[id]
                .SelectMany(member => member.Identities.Select(key => key.Namespace).Distinct())
                .CountBy(space => space)
                .Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, group.Value)))),
            ["segmentedProfileByStatusCounter"] = PerSegment(changes, (_, change) =>
                new JsonObject { [Membership.Realized] = change.Members, [Membership.Exited] = change.Exited }),
            ["totalProfilesByMergePolicy"] = new JsonObject(evaluation.TotalsByMergePolicy
            .Select(total => KeyValuePair.Create<string, JsonNode?>(total.Key, total.Value))),
        };

    private static JsonObject PerSegment(
        IReadOnlyDictionary<string, MembershipChange> changes, Func<string, MembershipChange, JsonNode> value) =>
        new(changes.Select(change => KeyValuePair.Create<string, JsonNode?>(change.Key, value(change.Key, change.Value))));

    private static JsonObject Time(long start, long end) =>
        new() { ["startTimeInMs"] = start, ["endTimeInMs"] = end, ["totalTimeInMs"] = end - start };
}
