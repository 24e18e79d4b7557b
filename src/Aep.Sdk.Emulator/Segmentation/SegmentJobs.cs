using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Segmentation.Pql;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Segment jobs: evaluate definitions over all profiles and keep the memberships.</summary>
internal sealed class SegmentJobs(
    AepEmulatorOptions options, SegmentDefinitions definitions, SegmentRules rules, ProfileStore profiles, Memberships memberships, BackgroundWork work, TimeProvider time)
{
    public const string Kind = "segmentJobs";
    public const int DefaultLimit = 100;
    private const int MaxSegments = 1500;

    public JsonObject Start(Sandbox sandbox, JsonArray body)
    {
        string[] ids = [.. body.Select(item => (string?)item?["segmentId"] ?? throw ProfileErrors.Invalid("segmentId is missing."))];
        if (ids.Length is 0 or > MaxSegments)
            throw ProfileErrors.Invalid($"A segment job evaluates between 1 and {MaxSegments} segment definitions.");
        string id = Guid.NewGuid().ToString();
        var job = new JsonObject
        {
            ["id"] = id,
            ["imsOrgId"] = options.OrgId,
            ["sandbox"] = new JsonObject { ["sandboxId"] = sandbox.Id, ["sandboxName"] = sandbox.Name, ["type"] = sandbox.Type },
            ["profileInstanceId"] = "ups",
            ["source"] = "api",
            ["status"] = "QUEUED",
            ["segments"] = new JsonArray([.. ids.Select(segment => new JsonObject { ["segmentId"] = segment, ["segment"] = definitions.Get(sandbox, segment) })]),
            ["creationTime"] = Now(),
            ["updateTime"] = Now(),
        };
        sandbox.Documents[Kind].Save(id, job);
        work.Start($"segment job {id}", _ => EvaluateAsync(sandbox, id, ids), failure => Fail(sandbox, id, failure));
        return job;
    }

    public static JsonObject List(Sandbox sandbox, int start, int limit, string? status)
    {
        JsonObject[] all = [.. sandbox.Documents[Kind].All().Where(job => status is null || (string?)job["status"] == status)];
        JsonObject[] page = [.. all.Skip(start).Take(limit)];
        return new JsonObject
        {
            ["_page"] = new JsonObject { ["totalCount"] = all.Length, ["pageSize"] = page.Length },
            ["children"] = new JsonArray([.. page]),
            ["_links"] = new JsonObject { ["next"] = new JsonObject() },
        };
    }

    private Task EvaluateAsync(Sandbox sandbox, string jobId, string[] segmentIds)
    {
        long start = Now();
        Update(sandbox, jobId, job => job["status"] = "PROCESSING");
        IReadOnlyDictionary<ProfileKey, Profile> all = profiles.All(sandbox);
        JsonObject qualified = [], byNamespace = [], byStatus = [];
        foreach (string segmentId in segmentIds)
        {
            PqlExpression rule = rules.Read(sandbox, definitions.Get(sandbox, segmentId)["expression"]);
            List<Profile> members = [.. all.Values.Where(profile => rule.Matches(profile.Attribute))];
            int exited = memberships.Replace(sandbox, segmentId, members);
            qualified[segmentId] = members.Count;
            byNamespace[segmentId] = new JsonObject(members.GroupBy(member => member.Namespace)
                .Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, group.Count())));
            byStatus[segmentId] = new JsonObject { [Memberships.Realized] = members.Count, [Memberships.Exited] = exited };
        }
        Update(sandbox, jobId, job =>
        {
            job["status"] = "SUCCEEDED";
            job["metrics"] = new JsonObject
            {
                ["totalTime"] = new JsonObject { ["startTimeInMs"] = start, ["endTimeInMs"] = Now(), ["totalTimeInMs"] = Now() - start },
                ["totalProfiles"] = all.Count,
                ["segmentedProfileCounter"] = qualified,
                ["segmentedProfileByNamespaceCounter"] = byNamespace,
                ["segmentedProfileByStatusCounter"] = byStatus,
            };
        });
        return Task.CompletedTask;
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
