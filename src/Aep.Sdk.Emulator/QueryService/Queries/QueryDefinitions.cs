using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.QueryService.Templates;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>Reads what a body of a query asks for, in requests and in schedules.</summary>
internal sealed class QueryDefinitions(TemplateService templates, DatasetService datasets)
{
    /// <exception cref="ApiException">
    /// 400: the body is wrong, its SQL cannot be read, or a parameter has no value. 404: no such template.
    /// </exception>
    public QueryDefinition Read(JsonObject body, Sandbox sandbox)
    {
        (string sql, JsonObject? template) = Source(body, sandbox);
        string? database = QueryDefinition.Text(body, "dbName");
        if (database is not null && database != sandbox.Name && !database.StartsWith(sandbox.Name + ":", StringComparison.Ordinal))
            throw QueryErrors.BadRequest($"dbName {database} does not belong to the sandbox {sandbox.Name}.");
        JsonObject parameters = Merge(template?["queryParameters"] as JsonObject, body["queryParameters"] as JsonObject);
        try
        {
            string text = QueryParameters.Substitute(new InlineTemplates(name => SqlOf(name, sandbox)).Expand(sql), parameters);
            return QueryDefinition.Create(body, Convert(text, body, sandbox), template);
        }
        catch (SqlErrorException error)
        {
            throw QueryErrors.BadRequest($"ErrorCode: {error.State} {error.Message}");
        }
    }

    /// <summary>The SQL of a body, or of the template that it names.</summary>
    public (string Sql, JsonObject? Template) Source(JsonObject body, Sandbox sandbox)
    {
        string? sql = QueryDefinition.Text(body, "sql"), templateId = QueryDefinition.Text(body, "templateId");
        if ((sql is null) == (templateId is null))
            throw QueryErrors.BadRequest("A query needs either sql or templateId.");
        if (sql is not null)
            return (sql, null);
        JsonObject template = templates.Find(sandbox, templateId!) ?? throw QueryErrors.NotFound("query template", templateId!);
        return ((string)template["sql"]!, template);
    }

    private string? SqlOf(string template, Sandbox sandbox) =>
        (string?)templates.All(sandbox).FirstOrDefault(candidate => (string?)candidate["name"] == template)?["sql"];

    // insertIntoParameters and ctasParameters turn a SELECT into the statement that keeps its rows. It may begin with a line of comment.
    private string Convert(string sql, JsonObject body, Sandbox sandbox)
    {
        if (DatasetName(body, "ctasParameters") is string created)
        {
            string? schema = (string?)body["ctasParameters"]!["targetSchemaTitle"];
            return $"CREATE TABLE {DuckDb.Identifier(created)}{(schema is null ? "" : $" WITH (schema={DuckDb.Literal(schema)})")} AS\n"
                + sql;
        }
        if (DatasetName(body, "insertIntoParameters") is not string target)
            return sql;
        CatalogDataset dataset = datasets.All(sandbox).FirstOrDefault(candidate => candidate.Name == target)
            ?? throw QueryErrors.BadRequest($"The dataset {target} does not exist.");
        return $"INSERT INTO {DuckDb.Identifier(dataset.TableName)}\n{sql}";
    }

    private static string? DatasetName(JsonObject body, string parameters) => body[parameters] is JsonObject { Count: > 0 } given
        ? QueryDefinition.Text(given, "datasetName") ?? throw QueryErrors.BadRequest($"{parameters}.datasetName is missing.")
        : null;

    private static JsonObject Merge(JsonObject? defaults, JsonObject? given)
    {
        var merged = (JsonObject?)defaults?.DeepClone() ?? [];
        foreach ((string name, JsonNode? value) in given ?? [])
            merged[name] = value?.DeepClone();
        return merged;
    }
}
