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
    private const string Success = "SUCCESS";

    // Adobe's guardrails, which the system enforces; a day is one of UTC.
    private const int MostOfASandboxADay = 100;
    private const int MostOfAnAudienceADay = 10;
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
            CheckLimits(sandbox, audienceId);
            sandbox.Documents[Kind].Save(id, run);
        }
        Queue(sandbox, run);
        return run;
    }

    /// <summary>When the members of an audience came last; null if they never did.</summary>
    public static DateTimeOffset? LastIngestion(Sandbox sandbox, string audienceId) => sandbox.Documents[Kind].All()
        .Where(run => (string?)run["audienceId"] == audienceId && (string?)run["status"] == Success)
        .Select(run => (DateTimeOffset?)DateTimeOffset.FromUnixTimeSeconds((long)run["createdAt"]!)).Max();

    /// <summary>Runs once more what an earlier run of the platform did not finish: its members are the same.</summary>
    public void Resume(Sandbox sandbox)
    {
        foreach (JsonObject run in sandbox.Documents[Kind].All().Where(run => (string?)run["status"] == Processing))
            Queue(sandbox, run);
    }

    private void CheckLimits(Sandbox sandbox, string audienceId)
    {
        long today = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds();
        JsonObject[] runs = [.. sandbox.Documents[Kind].All().Where(run => (long)run["createdAt"]! >= today)];
        if (runs.Length >= MostOfASandboxADay)
            throw ExternalAudienceErrors.NotNow(
                $"External audiences have been ingested {runs.Length} times today; a sandbox may {MostOfASandboxADay} times a day (UTC).");
        if (runs.Count(run => (string?)run["audienceId"] == audienceId) >= MostOfAnAudienceADay)
            throw ExternalAudienceErrors.NotNow(
                $"The audience {audienceId} has been ingested {MostOfAnAudienceADay} times today, which is as often as it may (UTC).");
    }

    private void Queue(Sandbox sandbox, JsonObject run)
    {
        string id = (string)run["runId"]!;
        work.Start(
            $"run {id} of external audience {run["audienceId"]}",
            _ =>
            {
                MembershipChange change = Ingest(sandbox, run);
                Finish(sandbox, id, Success, document => document["profileCount"] = change.Members);
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
