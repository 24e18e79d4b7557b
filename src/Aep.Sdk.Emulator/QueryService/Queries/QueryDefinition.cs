using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>What a query asks for, checked.</summary>
internal sealed class QueryDefinition
{
    private QueryDefinition(JsonObject request, string sql, JsonObject? template)
    {
        (Request, Sql, TemplateName) = (request, sql, (string?)template?["name"]);
        Statements = SqlScript.Parse(sql);
    }

    /// <summary>The body.</summary>
    public JsonObject Request { get; }

    /// <summary>The SQL to run, parameters put in.</summary>
    public string Sql { get; }

    public string? TemplateName { get; }
    public IReadOnlyList<SqlStatement> Statements { get; }

    public bool IsCtas => Contains("CREATE", "TABLE");
    public bool IsInsertInto => Contains("INSERT", "INTO");

    /// <summary>Whether its rows are kept: a batch query, which may run longer than one that only reads.</summary>
    public bool IsBatch => IsCtas || IsInsertInto;

    /// <exception cref="SqlErrorException">The SQL cannot be read.</exception>
    public static QueryDefinition Create(JsonObject request, string sql, JsonObject? template)
    {
        var definition = new QueryDefinition(request, sql, template);
        if (definition.Statements.Count == 0)
            throw QueryErrors.BadRequest("The SQL has no statement.");
        foreach (SqlStatement statement in definition.Statements.Where(statement => statement.IsBlock))
            AnonymousBlock.Parse(statement);
        return definition;
    }

    /// <summary>What a session was sent: it has been read already, and its errors are the session's to tell.</summary>
    public static QueryDefinition Interactive(JsonObject request, string sql) => new(request, sql, template: null);

    /// <summary>A member of a body that is a text; null if it is missing or empty.</summary>
    public static string? Text(JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text.Length == 0 ? null : text,
        _ => throw QueryErrors.BadRequest($"{name} must be a text."),
    };

    // All statements share one list of tokens.
    private bool Contains(string first, string second) =>
        Enumerable.Range(0, Statements[0].Tokens.Count).Any(index => Statements[0].Tokens.AreWords(index, first, second));
}
