using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.QueryService.Listings;
using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>Queries that run by a schedule.</summary>
internal sealed class QuerySchedules(
    QueryDefinitions definitions, ScheduleRuns runs, CreationTimes times, ClientCredential credential, BackgroundWork work)
{
    public const string Kind = "querySchedules";

    public IReadOnlyList<JsonObject> All(Sandbox sandbox) => sandbox.Documents[Kind].All();

    public JsonObject Get(Sandbox sandbox, string id) => sandbox.Documents[Kind].Find(id) ?? throw QueryErrors.NotFound("schedule", id);

    /// <summary>Makes a schedule; it is registered first and enabled a little later.</summary>
    public JsonObject Create(Sandbox sandbox, JsonObject body, string collection)
    {
        JsonObject query = Member(body, "query"), cadence = Member(body, "schedule");
        definitions.Read(query, sandbox);
        cadence["maxActiveRuns"] = Cadence.Read(cadence).MostActiveRuns;
        string id = Guid.NewGuid().ToString(), now = times.Next();
        var schedule = new JsonObject
        {
            ["id"] = id,
            ["state"] = ScheduleState.Registering,
            ["query"] = query,
            ["schedule"] = cadence,
            ["userId"] = credential.AccountId,
            ["updatedUserId"] = credential.AccountId,
            ["created"] = now,
            ["updated"] = now,
            ["version"] = 1,
            ["_links"] = ScheduleLinks.Of($"{collection}/{id}"),
        };
        sandbox.Documents[Kind].Save(id, schedule);
        work.Start($"schedule {id}", Register, _ => { });
        return schedule;

        Task Register(CancellationToken stopping)
        {
            Enable(sandbox, id);
            return Task.CompletedTask;
        }
    }

    /// <summary>Ends the registration of a schedule, also of one that an earlier run of the platform had not finished.</summary>
    public void Enable(Sandbox sandbox, string id) => sandbox.Documents[Kind].TryUpdate(id, schedule =>
    {
        if ((string?)schedule["state"] == ScheduleState.Registering)
            schedule["state"] = ScheduleState.Enabled;
    }, out _);

    /// <summary>Changes the state or the cron expression, all operations or none.</summary>
    public void Patch(Sandbox sandbox, string id, JsonArray operations)
    {
        bool found = sandbox.Documents[Kind].TryUpdate(id, schedule =>
        {
            foreach (JsonNode? operation in operations)
                SchedulePatch.Apply(schedule, operation);
            schedule["updated"] = times.Next();
            schedule["updatedUserId"] = credential.AccountId;
        }, out _);
        if (!found)
            throw QueryErrors.NotFound("schedule", id);
    }

    public void Delete(Sandbox sandbox, string id)
    {
        if ((string?)Get(sandbox, id)["state"] != ScheduleState.Disabled)
            throw QueryErrors.BadRequest("Please disable the schedule before requesting delete operation");
        if (runs.CountActive(sandbox, id) > 0)
            throw QueryErrors.BadRequest(
                "There are active run(s) for this schedule, please wait for completion before requesting delete operation");
        sandbox.Documents[Kind].Remove(id);
        runs.Forget(sandbox, id);
    }

    private static JsonObject Member(JsonObject body, string name) =>
        (JsonObject?)(body[name] as JsonObject)?.DeepClone() ?? throw QueryErrors.BadRequest($"A schedule needs the object {name}.");
}
