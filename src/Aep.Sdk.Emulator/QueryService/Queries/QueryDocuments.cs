using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>A query as the API shows it when it has just been submitted.</summary>
internal sealed class QueryDocuments(ReferencedDatasets references, CreationTimes times, ClientCredential credential)
{
    /// <param name="sandbox">Where it runs.</param>
    /// <param name="id">Its id.</param>
    /// <param name="definition">What runs.</param>
    /// <param name="client">The application that it comes from.</param>
    /// <param name="collection">The address of the queries, for links.</param>
    public JsonObject New(Sandbox sandbox, string id, QueryDefinition definition, string client, string collection)
    {
        (string now, string self) = (times.Next(), $"{collection}/{id}");
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
            ["client"] = client,
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
        if (references.Links(sandbox, definition, new Uri(collection)) is { Count: > 0 } datasets)
            query["_links"]![ReferencedDatasets.Member] = datasets;
        return query;
    }
}
