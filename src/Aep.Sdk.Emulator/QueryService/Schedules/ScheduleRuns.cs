using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.QueryService.Listings;
using Aep.Sdk.Emulator.QueryService.Queries;

namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>The runs of scheduled queries. A run is a query that has ended when the query has: it keeps no state of its own.</summary>
internal sealed class ScheduleRuns(
    QueryDefinitions definitions, QueryLauncher launcher, QueryRuns queries, CreationTimes times, EmulatorAddresses addresses)
{
    private const string Kind = "queryScheduleRuns";

    public IEnumerable<JsonObject> All(Sandbox sandbox, string scheduleId) =>
        sandbox.Documents[Kind].All().Where(run => (string?)run["scheduleId"] == scheduleId).Select(run => ScheduleRun.Show(run, Query(sandbox, run)));

    public JsonObject Get(Sandbox sandbox, string scheduleId, string id)
    {
        JsonObject run = Find(sandbox, scheduleId, id);
        return ScheduleRun.ShowTask(run, Query(sandbox, run));
    }

    public int CountActive(Sandbox sandbox, string scheduleId) => All(sandbox, scheduleId).Count(run => (string?)run["state"] == QueryState.InProgress);

    /// <summary>Starts the run of a time that a schedule is due at; no second time if there has been one.</summary>
    public void StartDue(Sandbox sandbox, JsonObject schedule, DateTimeOffset due)
    {
        string id = Id("scheduled__", due.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        if (sandbox.Documents[Kind].Find(Key((string)schedule["id"]!, id)) is null)
            Start(sandbox, schedule, id, CreationTimes.Text(due), external: false);
    }

    /// <summary>Starts a run that a client asks for.</summary>
    public void StartNow(Sandbox sandbox, JsonObject schedule)
    {
        string now = times.Next();
        Start(sandbox, schedule, Id("manual__", now), now, external: true);
    }

    public void Cancel(Sandbox sandbox, string scheduleId, string id)
    {
        JsonObject run = Find(sandbox, scheduleId, id);
        if ((string?)run[ScheduleRun.QueryId] is not string query || !queries.Kill(sandbox, query))
            throw QueryErrors.Conflict($"The run {id} has already ended.");
    }

    public void Forget(Sandbox sandbox, string scheduleId)
    {
        foreach (JsonObject run in sandbox.Documents[Kind].All().Where(run => (string?)run["scheduleId"] == scheduleId))
            sandbox.Documents[Kind].Remove(Key(scheduleId, (string)run["id"]!));
    }

    private void Start(Sandbox sandbox, JsonObject schedule, string id, string created, bool external)
    {
        string scheduleId = (string)schedule["id"]!, self = (string)schedule["_links"]!["runs"]!["href"]!;
        var run = new JsonObject
        {
            ["id"] = id,
            ["scheduleId"] = scheduleId,
            ["created"] = created,
            ["updated"] = times.Next(),
            ["externalTrigger"] = external,
            ["version"] = 1,
            ["_links"] = ScheduleLinks.OfRun($"{self}/{id}"),
        };
        try
        {
            QueryDefinition definition = definitions.Read(schedule["query"]!.AsObject(), sandbox);
            JsonObject query = launcher.Start(
                sandbox, definition, $"{addresses.SecurePlatform}/data/foundation/query/queries", new JsonObject { ["scheduleId"] = scheduleId, ["scheduleRunId"] = id });
            run[ScheduleRun.QueryId] = query["id"]!.DeepClone();
        }
        catch (ApiException exception)
        {
            // The template or the dataset of the query has gone since the schedule was made.
            run[ScheduleRun.Failure] = exception.Body["message"]!.DeepClone();
        }
        sandbox.Documents[Kind].Save(Key(scheduleId, id), run);
    }

    private static JsonObject Find(Sandbox sandbox, string scheduleId, string id) =>
        sandbox.Documents[Kind].Find(Key(scheduleId, id)) ?? throw QueryErrors.NotFound("schedule run", id);

    private static JsonObject? Query(Sandbox sandbox, JsonObject run) =>
        (string?)run[ScheduleRun.QueryId] is string id ? sandbox.Documents[QueryRuns.Kind].Find(id) : null;

    private static string Key(string scheduleId, string id) => $"{scheduleId}/{id}";

    // As on AEP: the kind and the time of the run, in base 64.
    private static string Id(string kind, string time) => Convert.ToBase64String(Encoding.ASCII.GetBytes(kind + time));
}
