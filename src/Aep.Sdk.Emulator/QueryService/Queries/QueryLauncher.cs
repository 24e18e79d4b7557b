using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.QueryService.Listings;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>Puts queries on their way, for requests and for schedules.</summary>
internal sealed class QueryLauncher(QueryRuns runs, ReferencedDatasets references, CreationTimes times, ClientCredential credential, BackgroundWork work)
{
    /// <param name="sandbox">Where it runs.</param>
    /// <param name="definition">What runs.</param>
    /// <param name="collection">The address of the queries, for links.</param>
    /// <param name="run">The run of a schedule that it belongs to: members that the query carries.</param>
    /// <returns>The query, submitted.</returns>
    public JsonObject Start(Sandbox sandbox, QueryDefinition definition, string collection, JsonObject? run = null)
    {
        string id = Guid.NewGuid().ToString();
        JsonObject query = Document(id, definition, $"{collection}/{id}");
        if (references.Links(sandbox, definition, new Uri(collection)) is { Count: > 0 } datasets)
            query["_links"]![ReferencedDatasets.Member] = datasets;
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

    private JsonObject Document(string id, QueryDefinition definition, string self)
    {
        string now = times.Next();
        var query = new JsonObject
        {
            ["id"] = id,
            ["request"] = definition.Request.DeepClone(),
            ["effectiveSQL"] = definition.Sql,
            ["isCTAS"] = definition.IsCtas,
            ["isInsertInto"] = definition.IsInsertInto,
            ["state"] = QueryState.Submitted,
            ["created"] = now,
            ["updated"] = now,
            ["elapsedTime"] = 0,
            ["rowCount"] = 0,
            ["errors"] = new JsonArray(),
            ["client"] = "API",
            ["clientId"] = credential.ClientId,
            ["userId"] = credential.AccountId,
            ["version"] = 1,
            ["_links"] = new JsonObject
            {
                ["self"] = Links.To(self, "GET"),
                ["soft_delete"] = Links.To(self, "PATCH", """{ "op": "soft_delete"}"""),
                ["cancel"] = Links.To(self, "PATCH", """{ "op": "cancel"}"""),
            },
        };
        if (definition.TemplateName is string template)
            query["templateName"] = template;
        return query;
    }
}
