using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Ingestion runs of external audiences: each reads the files of a span of time and makes their identities members.</summary>
internal sealed class ExternalAudienceRuns(
    ExternalAudienceFiles files, Memberships memberships, ProfileStore profiles, ClientCredential user, BackgroundWork work,
    TimeProvider time)
{
    private const string Kind = "externalAudienceRuns";
    private const string Processing = "PROCESSING";
    private readonly Lock _gate = new();

    public static IEnumerable<JsonObject> All(Sandbox sandbox, string audienceId)
    {
        _ = ExternalAudienceOperations.Audience(sandbox, audienceId);
        return sandbox.Documents[Kind].All().Where(run => (string?)run["audienceId"] == audienceId).Reverse();
    }

    public static JsonObject Get(Sandbox sandbox, string audienceId, string runId) =>
        All(sandbox, audienceId).FirstOrDefault(run => (string?)run["runId"] == runId)
        ?? throw ExternalAudienceErrors.NotFound($"The run {runId} of the audience {audienceId} does not exist.");

    /// <exception cref="ApiException">404: no such audience; 400: the span of time is missing; 422: another run is not done.</exception>
    public JsonObject Start(Sandbox sandbox, string audienceId, JsonObject body)
    {
        JsonObject audience = ExternalAudienceOperations.Audience(sandbox, audienceId);
        long now = time.GetUtcNow().ToUnixTimeSeconds();
        string id = Guid.NewGuid().ToString();
        var run = new JsonObject
        {
            ["audienceName"] = audience["name"]!.DeepClone(),
            ["audienceId"] = audienceId,
            ["runId"] = id,
            ["status"] = Processing,
            ["differentialIngestion"] = body["differentialIngestion"]?.DeepClone() ?? true,
            ["dataFilterStartTime"] = Seconds(body, "dataFilterStartTime")
                ?? throw ExternalAudienceErrors.Invalid("dataFilterStartTime is missing."),
            ["dataFilterEndTime"] = Seconds(body, "dataFilterEndTime") ?? now,
            ["createdAt"] = now,
            ["createdBy"] = user.ClientId,
        };
        lock (_gate)
        {
            if (All(sandbox, audienceId).Any(other => (string?)other["status"] == Processing))
                throw ExternalAudienceErrors.NotNow($"An ingestion of the audience {audienceId} is already in progress.");
            sandbox.Documents[Kind].Save(id, run);
        }
        Queue(sandbox, run);
        return run;
    }

    /// <summary>Runs once more what an earlier run of the platform did not finish: its members are the same.</summary>
    public void Resume(Sandbox sandbox)
    {
        foreach (JsonObject run in sandbox.Documents[Kind].All().Where(run => (string?)run["status"] == Processing))
            Queue(sandbox, run);
    }

    private void Queue(Sandbox sandbox, JsonObject run)
    {
        string id = (string)run["runId"]!;
        work.Start(
            $"run {id} of external audience {run["audienceId"]}",
            _ =>
            {
                MembershipChange change = Ingest(sandbox, run);
                Finish(sandbox, id, "SUCCESS", document => document["profileCount"] = change.Members);
                return Task.CompletedTask;
            },
            failure => Finish(sandbox, id, "FAILED", document => document["error"] = failure.Message));
    }

    private MembershipChange Ingest(Sandbox sandbox, JsonObject run)
    {
        string audienceId = (string)run["audienceId"]!;
        JsonObject audience = ExternalAudienceOperations.Audience(sandbox, audienceId);
        string space = ExternalAudienceBody.IdentityField(audience).Namespace;
        IEnumerable<ProfileKey> keys = files.Identities(sandbox, audience, At(run, "dataFilterStartTime"), At(run, "dataFilterEndTime"))
            .Select(id => ProfileKey.Of(space, id));
        List<Profile> members = [.. keys.Select(key => profiles.Find(sandbox, key)).OfType<Profile>()];
        if ((bool)run["differentialIngestion"]!) // those who are in stay in
            members.AddRange(profiles.All(sandbox).Where(profile => memberships.IsMember(sandbox, audienceId, profile)));
        return memberships.Replace(sandbox, audienceId, members);
    }

    private static void Finish(Sandbox sandbox, string id, string status, Action<JsonObject> change) =>
        sandbox.Documents[Kind].TryUpdate(id, run =>
        {
            run["status"] = status;
            run["details"] = new JsonArray([.. new[] { "DATASET_INGEST", "PROFILE_STORE_INGEST" }.Select(stage =>
                new JsonObject { ["stage"] = stage, ["status"] = status, ["flowRunId"] = Guid.NewGuid().ToString() })]);
            change(run);
        }, out _);

    // Files that are written in the second of the end are in.
    private static DateTimeOffset At(JsonObject run, string member) =>
        DateTimeOffset.FromUnixTimeSeconds((long)run[member]!).AddSeconds(member == "dataFilterEndTime" ? 1 : 0);

    private static long? Seconds(JsonObject body, string member) => body[member] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out long seconds) && seconds is >= 0 and <= 253_402_300_799 => seconds,
        var other => throw ExternalAudienceErrors.Invalid($"{member} '{other}' must be a number of seconds since 1970."),
    };
}
