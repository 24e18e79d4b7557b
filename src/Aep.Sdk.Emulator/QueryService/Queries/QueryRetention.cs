using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>
/// Bounds the list of queries: the oldest that have ended go. What runs stays, and so do the queries of schedules, which their runs show.
/// </summary>
internal sealed class QueryRetention(AepEmulatorOptions options)
{
    // Trimming reads every document, so it waits until a tenth too many are there.
    private const int Slack = 10;

    private readonly ConcurrentDictionary<string, int> _limits = new();

    public void Trim(Sandbox sandbox)
    {
        DocumentCollection queries = sandbox.Documents[QueryRuns.Kind];
        if (queries.Count <= _limits.GetOrAdd(sandbox.Name, _ => WithSlack(options.MostQueries)))
            return;
        queries.RemoveOldest(options.MostQueries, MayGo);
        _limits[sandbox.Name] = WithSlack(Math.Max(options.MostQueries, queries.Count));
    }

    private static int WithSlack(int count) => count + count / Slack;

    private static bool MayGo(JsonObject query) =>
        QueryState.IsFinal((string)query["state"]!) && query["scheduleRunId"] is null;
}
