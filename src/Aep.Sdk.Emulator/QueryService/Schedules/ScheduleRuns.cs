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

    // Looking whether a run may start and starting it is one step.
    private readonly Lock _gate = new();

    public IEnumerable<JsonObject> All(Sandbox sandbox, string scheduleId) =>
        sandbox.Documents[Kind].All().Where(run => (string?)run["scheduleId"] == scheduleId)
            .Select(run => ScheduleRun.Show(run, Query(sandbox, run)));

    public JsonObject Get(Sandbox sandbox, string scheduleId, string id)
    {
        JsonObject run = Find(sandbox, scheduleId, id);
        return ScheduleRun.ShowTask(run, Query(sandbox, run));
    }

    /// <summary>The runs that have not ended, those that wait for their turn among them.</summary>
    public int CountActive(Sandbox sandbox, string scheduleId) =>
        All(sandbox, scheduleId).Count(run => (string?)run["state"] == QueryState.InProgress);

    /// <summary>Starts the run of a time that a schedule is due at; no second time if there has been one.</summary>
    public void StartDue(Sandbox sandbox, JsonObject schedule, DateTimeOffset due)
    {
        string id = Id("scheduled__", due.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        if (sandbox.Documents[Kind].Find(Key((string)schedule["id"]!, id)) is null)
            Start(sandbox, schedule, New(schedule, id, CreationTimes.Text(due), external: false));
    }

    /// <summary>Starts a run that a client asks for, at once or when fewer than <paramref name="most"/> are active.</summary>
    public void Trigger(Sandbox sandbox, JsonObject schedule, int most)
    {
        string now = times.Next();
        JsonObject run = New(schedule, Id("manual__", now), now, external: true);
        lock (_gate)
        {
            if (CountActive(sandbox, (string)schedule["id"]!) < most)
                Start(sandbox, schedule, run);
            else
                Save(sandbox, run, run => run[ScheduleRun.Waits] = true);
        }
    }

    /// <summary>Starts the runs that wait, the oldest first, while fewer than <paramref name="most"/> are active.</summary>
    public void StartWaiting(Sandbox sandbox, JsonObject schedule, int most)
    {
        string scheduleId = (string)schedule["id"]!;
        lock (_gate)
        {
            JsonObject[] waiting = [.. sandbox.Documents[Kind].All().Where(
                run => (string?)run["scheduleId"] == scheduleId && run[ScheduleRun.Waits] is not null)];
            int free = waiting.Length == 0 ? 0 : most - (CountActive(sandbox, scheduleId) - waiting.Length);
            foreach (JsonObject run in waiting.OrderBy(run => (string?)run["created"], StringComparer.Ordinal).Take(Math.Max(free, 0)))
            {
                run.Remove(ScheduleRun.Waits);
                Start(sandbox, schedule, run);
            }
        }
    }

    public void Cancel(Sandbox sandbox, string scheduleId, string id)
    {
        lock (_gate)
        {
            JsonObject waiting = Find(sandbox, scheduleId, id);
            if (waiting.Remove(ScheduleRun.Waits))
            {
                Save(sandbox, waiting, run => run[ScheduleRun.Failure] = "the run was cancelled before its turn came");
                return;
            }
        }
        JsonObject run = Find(sandbox, scheduleId, id);
        if ((string?)run[ScheduleRun.QueryId] is not string query || !queries.Kill(sandbox, query))
            throw QueryErrors.Conflict($"The run {id} has already ended.");
    }

    public void Forget(Sandbox sandbox, string scheduleId)
    {
        foreach (JsonObject run in sandbox.Documents[Kind].All().Where(run => (string?)run["scheduleId"] == scheduleId))
            sandbox.Documents[Kind].Remove(Key(scheduleId, (string)run["id"]!));
    }

    private JsonObject New(JsonObject schedule, string id, string created, bool external) => new()
    {
        ["id"] = id,
        ["scheduleId"] = (string)schedule["id"]!,
        ["created"] = created,
        ["updated"] = times.Next(),
        ["externalTrigger"] = external,
        ["version"] = 1,
        ["_links"] = ScheduleLinks.OfRun($"{schedule["_links"]!["runs"]!["href"]}/{id}"),
    };

    private static void Save(Sandbox sandbox, JsonObject run, Action<JsonObject> change)
    {
        change(run);
        sandbox.Documents[Kind].Save(Key((string)run["scheduleId"]!, (string)run["id"]!), run);
    }

    private void Start(Sandbox sandbox, JsonObject schedule, JsonObject run)
    {
        string scheduleId = (string)schedule["id"]!, id = (string)run["id"]!;
        try
        {
            QueryDefinition definition = definitions.Read(schedule["query"]!.AsObject(), sandbox);
            JsonObject query = launcher.Start(
                sandbox, definition, $"{addresses.SecurePlatform}/data/foundation/query/queries",
                new JsonObject { ["scheduleId"] = scheduleId, ["scheduleRunId"] = id });
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
