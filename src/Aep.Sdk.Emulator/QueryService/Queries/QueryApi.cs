using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>Queries that run in the background (/data/foundation/query/queries).</summary>
internal sealed class QueryApi(QueryRuns runs, QueryDefinitions definitions, QueryLauncher launcher)
{
    private const string Deleted = "softDeleted";

    private static readonly QueryFilter Filter = new(
        FilterProperty.Time("created", FilterProperty.AnyOperator),
        FilterProperty.Time("updated", FilterProperty.AnyOperator),
        FilterProperty.Of("state", FilterProperty.AnyOperator),
        FilterProperty.Of("id", FilterProperty.AnyOperator),
        FilterProperty.Of("userId", "=="),
        FilterProperty.Of("client", "==") with { WithoutComma = true },
        FilterProperty.Of("templateName", "~"),
        FilterProperty.Of("scheduleId", "=="),
        FilterProperty.Of("scheduleRunId", "=="),
        new("templateId", ["=="], query => [(string?)query["request"]?["templateId"] ?? ""]),
        new("sql", ["~"], query => [(string?)query["request"]?["sql"] ?? (string?)query["effectiveSQL"] ?? ""]) { WithoutComma = true },
        new("referenced_datasets", ["=="], ReferencedDatasets.Of) { Alternatives = 10 });

    public async Task<IResult> CreateAsync(HttpRequest request, Sandbox sandbox)
    {
        QueryDefinition definition = definitions.Read(await JsonBody.ReadObjectAsync(request), sandbox);
        return Results.Json(launcher.Start(sandbox, definition, Links.Address(request)), statusCode: StatusCodes.Status202Accepted);
    }

    public static IResult List(HttpRequest request, Sandbox sandbox)
    {
        var parameters = new ListingParameters(request);
        bool withDeleted =
            !parameters.Flag("excludeSoftDeleted", otherwise: true), withHidden = !parameters.Flag("excludeHidden", otherwise: true);
        IEnumerable<JsonObject> queries = sandbox.Documents[QueryRuns.Kind].All()
            .Where(query => (withDeleted || query[Deleted] is null) && (withHidden || query[QueryRuns.Hidden] is null));
        return Results.Json(QueryPage.Of(request, "queries", Filter, queries));
    }

    public static IResult Get(Sandbox sandbox, string id) =>
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
                return QueryErrors.Accepted("Query cancel request received");
            case "soft_delete":
                sandbox.Documents[QueryRuns.Kind].TryUpdate(id, document => document[Deleted] = true, out _);
                return QueryErrors.Accepted("Query soft delete request received");
            default:
                throw QueryErrors.BadRequest("op must be cancel or soft_delete.");
        }
    }
}
