using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>What a POST of a query asks for, checked.</summary>
/// <param name="request">The body.</param>
/// <param name="sql">The SQL to run, parameters put in.</param>
/// <param name="template">The template, when the query comes from one.</param>
internal sealed class QueryDefinition(JsonObject request, string sql, JsonObject? template)
{
    public JsonObject Request { get; } = request;
    public string Sql { get; } = sql;
    public string? TemplateName { get; } = (string?)template?["name"];
    public IReadOnlyList<SqlStatement> Statements { get; } = SqlScript.Parse(sql);

    public bool IsCtas => Contains("CREATE", "TABLE");
    public bool IsInsertInto => Contains("INSERT", "INTO");

    public static QueryDefinition Read(JsonObject body, Sandbox sandbox, TemplateService templates, DatasetService datasets)
    {
        string? sql = Text(body, "sql"), templateId = Text(body, "templateId");
        if ((sql is null) == (templateId is null))
            throw QueryErrors.BadRequest("A query needs either sql or templateId.");
        string? database = Text(body, "dbName");
        if (database is not null && database != sandbox.Name && !database.StartsWith(sandbox.Name + ":", StringComparison.Ordinal))
            throw QueryErrors.BadRequest($"dbName {database} does not belong to the sandbox {sandbox.Name}.");
        JsonObject? template = templateId is null ? null : templates.Find(sandbox, templateId) ?? throw QueryErrors.NotFound("query template", templateId);
        JsonObject parameters = Merge(template?["queryParameters"] as JsonObject, body["queryParameters"] as JsonObject);
        try
        {
            string text = QueryParameters.Substitute(sql ?? (string)template!["sql"]!, parameters);
            return Check(new QueryDefinition(body, Convert(text, body, sandbox, datasets), template));
        }
        catch (SqlErrorException error)
        {
            throw QueryErrors.BadRequest($"ErrorCode: {error.State} {error.Message}");
        }
    }

    private bool Contains(string first, string second) => Enumerable.Range(0, Statements[0].Tokens.Count).Any(index => Statements[0].Tokens.AreWords(index, first, second));

    private static QueryDefinition Check(QueryDefinition definition)
    {
        if (definition.Statements.Count == 0)
            throw QueryErrors.BadRequest("The SQL has no statement.");
        foreach (SqlStatement statement in definition.Statements.Where(statement => statement.IsBlock))
            AnonymousBlock.Parse(statement);
        return definition;
    }

    // insertIntoParameters and ctasParameters turn a SELECT into the statement that keeps its rows.
    private static string Convert(string sql, JsonObject body, Sandbox sandbox, DatasetService datasets)
    {
        if (DatasetName(body, "ctasParameters") is string created)
        {
            string? schema = (string?)body["ctasParameters"]!["targetSchemaTitle"];
            return $"CREATE TABLE {DuckDb.Identifier(created)}{(schema is null ? "" : $" WITH (schema={DuckDb.Literal(schema)})")} AS {sql}";
        }
        if (DatasetName(body, "insertIntoParameters") is not string target)
            return sql;
        CatalogDataset dataset = datasets.All(sandbox).FirstOrDefault(candidate => candidate.Name == target)
            ?? throw QueryErrors.BadRequest($"The dataset {target} does not exist.");
        return $"INSERT INTO {DuckDb.Identifier(dataset.TableName)} {sql}";
    }

    private static string? DatasetName(JsonObject body, string parameters) => body[parameters] is JsonObject { Count: > 0 } given
        ? Text(given, "datasetName") ?? throw QueryErrors.BadRequest($"{parameters}.datasetName is missing.")
        : null;

    private static JsonObject Merge(JsonObject? defaults, JsonObject? given)
    {
        var merged = (JsonObject?)defaults?.DeepClone() ?? [];
        foreach ((string name, JsonNode? value) in given ?? [])
            merged[name] = value?.DeepClone();
        return merged;
    }

    private static string? Text(JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text.Length == 0 ? null : text,
        _ => throw QueryErrors.BadRequest($"{name} must be a text."),
    };
}
