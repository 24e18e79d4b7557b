using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>Queries that run in the background (/data/foundation/query/queries).</summary>
internal sealed class QueryApi(
    QueryRuns runs, TemplateService templates, DatasetService datasets, CreationTimes times, ClientCredential credential, BackgroundWork work)
{
    private const string Deleted = "softDeleted";

    public async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        QueryDefinition definition = QueryDefinition.Read(body, sandbox, templates, datasets);
        string id = Guid.NewGuid().ToString();
        JsonObject query = Document(id, definition, $"{request.Scheme}://{request.Host}{request.Path}/{id}");
        sandbox.Documents[QueryRuns.Kind].Save(id, query);
        work.Start($"query {id}", Run, failure => runs.Fail(sandbox, id, failure.Message));
        return Results.Json(query, statusCode: StatusCodes.Status202Accepted);

        Task Run(CancellationToken stopping)
        {
            runs.Run(sandbox, id, definition, stopping);
            return Task.CompletedTask;
        }
    }

    public IResult List(HttpRequest request, Sandbox sandbox)
    {
        bool all = request.Query["excludeSoftDeleted"] == "false";
        IEnumerable<JsonObject> queries = sandbox.Documents[QueryRuns.Kind].All().Where(query => all || query[Deleted] is null);
        return Results.Json(QueryPage.Of(request, "queries", queries));
    }

    public IResult Get(Sandbox sandbox, string id) =>
        Results.Json(sandbox.Documents[QueryRuns.Kind].Find(id) ?? throw QueryErrors.NotFound("query", id));

    public async Task<IResult> PatchAsync(HttpRequest request, Sandbox sandbox, string id)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        JsonObject query = sandbox.Documents[QueryRuns.Kind].Find(id) ?? throw QueryErrors.NotFound("query", id);
        switch ((string?)body["op"])
        {
            case "cancel":
                if (!runs.Kill(sandbox, id))
                    throw QueryErrors.Conflict($"The query {id} has already ended in the state {query["state"]}.");
                return Accepted("Query cancel request received");
            case "soft_delete":
                sandbox.Documents[QueryRuns.Kind].TryUpdate(id, document => document[Deleted] = true, out _);
                return Accepted("Query soft delete request received");
            default:
                throw QueryErrors.BadRequest("op must be cancel or soft_delete.");
        }
    }

    private static IResult Accepted(string message) =>
        Results.Json(QueryErrors.Message(StatusCodes.Status202Accepted, message), statusCode: StatusCodes.Status202Accepted);

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
            ["userId"] = $"{credential.ClientId}@techacct.adobe.com",
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
