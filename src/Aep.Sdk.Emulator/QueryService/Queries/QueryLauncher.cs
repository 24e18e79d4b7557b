using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>Puts queries on their way, for requests and for schedules.</summary>
internal sealed class QueryLauncher(QueryRuns runs, QueryDocuments documents, BackgroundWork work)
{
    private const string Client = "API";

    /// <param name="sandbox">Where it runs.</param>
    /// <param name="definition">What runs.</param>
    /// <param name="collection">The address of the queries, for links.</param>
    /// <param name="run">The run of a schedule that it belongs to: members that the query carries.</param>
    /// <returns>The query, submitted.</returns>
    public JsonObject Start(Sandbox sandbox, QueryDefinition definition, string collection, JsonObject? run = null)
    {
        string id = Guid.NewGuid().ToString();
        JsonObject query = documents.New(sandbox, id, definition, Client, collection);
        foreach ((string name, JsonNode? value) in run ?? [])
            query[name] = value?.DeepClone();
        sandbox.Documents[QueryRuns.Kind].Save(id, query);
        work.Start($"query {id}", Run, failure => runs.Fail(sandbox, id, failure.Message));
        return query;

        Task Run(CancellationToken stopping)
        {
            runs.Run(sandbox, id, definition, stopping);
            return Task.CompletedTask;
        }
    }
}
