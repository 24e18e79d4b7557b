using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.QueryService.Queries;

namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>A run as the API shows it: what was kept of it, and how its query stands.</summary>
internal static class ScheduleRun
{
    /// <summary>The query of the run.</summary>
    public const string QueryId = "queryId";

    /// <summary>Why there is no query.</summary>
    public const string Failure = "failure";

    /// <summary>The run has no query yet, because as many are active as the schedule allows.</summary>
    public const string Waits = "waits";

    private const string Queued = "QUEUED";

    public static JsonObject Show(JsonObject run, JsonObject? query)
    {
        var shown = (JsonObject)run.DeepClone();
        shown.Remove(Failure);
        shown.Remove(Waits);
        string state = State(run, query);
        shown["state"] = state == Queued ? QueryState.InProgress : state;
        shown["updated"] = query?["updated"]?.DeepClone() ?? run["updated"]!.DeepClone();
        if (state is QueryState.Success or QueryState.Failed)
            shown["_links"]!.AsObject().Remove("cancel");
        return shown;
    }

    /// <summary>With the one task that a run has.</summary>
    public static JsonObject ShowTask(JsonObject run, JsonObject? query)
    {
        JsonObject shown = Show(run, query);
        string state = State(run, query);
        var task = new JsonObject
        {
            ["taskId"] = ((string?)query?["id"])?[..8] ?? (string?)run["id"],
            ["state"] = state,
            ["startDate"] = query?["created"]?.DeepClone() ?? run["updated"]!.DeepClone(),
            ["message"] = Message(state, run, query),
        };
        if (state is QueryState.Success or QueryState.Failed)
        {
            task["endDate"] = shown["updated"]!.DeepClone();
            task["duration"] = ((long?)query?["elapsedTime"] ?? 0) / 1000.0;
        }
        shown["taskStatusList"] = new JsonArray(task);
        return shown;
    }

    // A query that was killed or took too long has failed: a run has no other states.
    private static string State(JsonObject run, JsonObject? query) => (string?)query?["state"] switch
    {
        null when run[Waits] is not null => Queued,
        QueryState.Submitted => Queued,
        QueryState.InProgress => QueryState.InProgress,
        QueryState.Success => QueryState.Success,
        _ => QueryState.Failed,
    };

    private static string Message(string state, JsonObject run, JsonObject? query) => state switch
    {
        QueryState.Success => "Processed Successfully",
        QueryState.Failed when run[Failure] is JsonNode failure => $"Processing Failed: {failure}",
        QueryState.Failed when query?["errors"] is JsonArray { Count: > 0 } errors => string.Create(CultureInfo.InvariantCulture,
            $"Processing Failed: {errors[0]!["message"]}"),
        QueryState.Failed => $"Processing Failed: the query is {query?["state"]}",
        _ => "Processing",
    };
}
