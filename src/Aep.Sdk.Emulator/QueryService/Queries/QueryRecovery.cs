using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>At the start, ends the queries that an earlier run of the platform did not finish: it is not known how far they came.</summary>
internal sealed class QueryRecovery(SandboxDirectory sandboxes, QueryRuns runs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (Sandbox sandbox in sandboxes.All)
        {
            IEnumerable<JsonObject> open =
                sandbox.Documents[QueryRuns.Kind].All().Where(query => !QueryState.IsFinal((string)query["state"]!));
            foreach (JsonObject query in open)
                runs.Fail(sandbox, (string)query["id"]!, "The platform stopped before the query had ended.");
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
