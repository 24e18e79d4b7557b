using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>
/// Puts the statements of PostgreSQL sessions into the list of queries. The client is the session's application_name. Statements that
/// clients send on their own (cursors, metadata, SHOW) are there, too, but hidden; commands of the session (SET, BEGIN, DEALLOCATE) are no
/// queries.
/// </summary>
internal sealed class InteractiveQueries(QueryDocuments documents, QueryRuns runs, EmulatorAddresses addresses)
{
    private const string UnnamedClient = "PostgreSQL";

    private static readonly string[] HiddenVerbs = ["DECLARE", "FETCH", "CLOSE", "SHOW", "DESCRIBE", "DESC", "EXPLAIN"];
    private static readonly string[] LoggedVerbs =
        ["CREATE", "INSERT", "DROP", "ALTER", "ANALYZE", "EXECUTE", "COPY", "UPDATE", "DELETE", "MERGE"];

    /// <summary>Records that a statement starts; null when it is none that the list has.</summary>
    public InteractiveQuery? Start(Sandbox sandbox, SqlSession session, SqlStatement statement)
    {
        bool hidden = statement.Tokens.IsAny(statement.From, HiddenVerbs) || IsMetadata(statement);
        bool visible = statement.IsQuery || statement.IsBlock || statement.Into >= 0 || statement.Tokens.IsAny(statement.From, LoggedVerbs);
        if (!hidden && !visible)
            return null;
        string id = Guid.NewGuid().ToString();
        var request = new JsonObject { ["dbName"] = session.Database, ["sql"] = statement.Text };
        QueryDefinition definition = QueryDefinition.Interactive(request, statement.Text);
        string collection = $"{addresses.SecurePlatform}/data/foundation/query/queries";
        JsonObject query = documents.New(sandbox, id, definition, Client(session), collection);
        if (hidden)
            query[QueryRuns.Hidden] = true;
        return runs.StartInteractive(sandbox, query, session);
    }

    private static string Client(SqlSession session) =>
        session.Settings["application_name"] is { Length: > 0 } name ? name : UnnamedClient;

    // Of the catalog, or what drivers ask about the server when they connect.
    private static bool IsMetadata(SqlStatement statement)
    {
        (SqlTokens tokens, int from, int length) = (statement.Tokens, statement.From, statement.To - statement.From);
        bool asksServer = length == 4 && tokens.IsAny(from + 1, "version", "current_schema") && tokens.IsSymbol(from + 2, "(");
        return asksServer || Enumerable.Range(from, length).Any(index => tokens.Is(index, "information_schema")
            || (tokens[index].Kind == SqlTokenKind.Word && tokens.Text(index).StartsWith("pg_", StringComparison.OrdinalIgnoreCase)));
    }
}
