using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Statements about the session itself: SET, SHOW, transaction commands and what connection pools send between two users.
/// </summary>
internal static class SettingStatements
{
    private static readonly (string[] Words, string Tag)[] Acknowledged =
    [
        (["BEGIN"], "BEGIN"), (["START", "TRANSACTION"], "START TRANSACTION"), (["COMMIT"], "COMMIT"), (["END"], "COMMIT"),
        (["ROLLBACK"], "ROLLBACK"), (["ABORT"], "ROLLBACK"), (["UNLISTEN"], "UNLISTEN"),
    ];

    // What Spark lists with one word, and the local platform does not.
    private static readonly string[] Listings =
        ["FUNCTIONS", "PARTITIONS", "TBLPROPERTIES", "CATALOGS", "NAMESPACES", "INDEXES", "GRANTS", "ROLES"];

    /// <summary>SHOW name, SHOW ALL, SET, SET name: the query that answers it, or null for another statement.</summary>
    public static string? Lookup(SqlStatement statement, SessionSettings settings)
    {
        (SqlTokens tokens, int at, int length) = (statement.Tokens, statement.From, statement.To - statement.From);
        bool shows = statement.StartsWith("SHOW") && length >= 2;
        bool reads = statement.StartsWith("SET") && (length == 1 || (length == 2 && tokens.IsName(at + 1)));
        if (!shows && !reads)
            return null;
        if (length == 1 || (tokens.Is(at + 1, "ALL") && length == 2))
            return Table(
                [.. settings.All.Select(pair => $"SELECT {DuckDb.Literal(pair.Key)} AS name, {DuckDb.Literal(pair.Value)} AS setting")]);
        string name = tokens.AreWords(at + 1, "TRANSACTION", "ISOLATION") ? "transaction_isolation"
            : tokens.AreWords(at + 1, "TIME", "ZONE") ? "TimeZone"
            : Name(tokens, at + 1, statement.To);
        string value = settings[name] ?? throw Unknown(statement, name);
        return $"SELECT {DuckDb.Literal(value)} AS {DuckDb.Identifier(name)}";
    }

    /// <summary>Runs a statement of this kind, or answers null for another one.</summary>
    public static StatementResult? TryRun(SqlStatement statement, SessionSettings settings)
    {
        foreach ((string[] words, string tag) in Acknowledged)
        {
            if (statement.StartsWith(words))
                return new StatementResult(tag);
        }
        if (statement.StartsWith("DISCARD") || statement.StartsWith("RESET"))
        {
            settings.Reset();
            return new StatementResult(statement.StartsWith("RESET") ? "RESET" : "DISCARD ALL");
        }
        if (!statement.StartsWith("SET"))
            return null;
        if (!statement.StartsWith("SET", "SESSION", "AUTHORIZATION") && !statement.StartsWith("SET", "TRANSACTION")
            && !statement.StartsWith("SET", "SESSION", "CHARACTERISTICS"))
            Set(statement, settings);
        return new StatementResult("SET");
    }

    private static void Set(SqlStatement statement, SessionSettings settings)
    {
        SqlTokens tokens = statement.Tokens;
        int at = statement.From + 1;
        if (tokens.IsAny(at, "SESSION", "LOCAL") && tokens.IsName(at + 1))
            at++;
        if (at < statement.To && tokens[at].Kind == SqlTokenKind.Variable)
            throw SqlErrorException.NotSupported("a variable outside an anonymous block", tokens[at].Start);
        int equals = at;
        while (equals < statement.To && !tokens.IsSymbol(equals, "=") && !tokens.Is(equals, "TO"))
            equals++;
        bool timeZone = tokens.AreWords(at, "TIME", "ZONE");
        if (!timeZone && (equals == at || equals + 1 >= statement.To))
            throw tokens.SyntaxError(Math.Min(equals, statement.To - 1));
        int first = timeZone ? at + 2 : equals + 1;
        string name = timeZone ? "TimeZone" : Name(tokens, at, equals);
        string value = tokens.StringValue(first) ?? tokens.Text(first, statement.To);
        SessionTimes.Check(name, value, tokens[first].Start);
        settings.Set(name, value);
    }

    // SHOW CREATE TABLE t and the like are statements of Spark, no settings.
    private static SqlErrorException Unknown(SqlStatement statement, string name)
    {
        (SqlTokens tokens, int at) = (statement.Tokens, statement.From + 1);
        bool isListing = tokens.IsAny(at, Listings)
            || (statement.To - at > 1 && tokens[at].Kind == SqlTokenKind.Word && !tokens.IsSymbol(at + 1, "."));
        return isListing
            ? SqlErrorException.NotSupported($"SHOW {tokens.Text(at, statement.To)}".ToUpperInvariant(), tokens[at].Start)
            : new SqlErrorException(SqlState.UndefinedObject, $"unrecognized configuration parameter \"{name}\"", tokens[at].Start);
    }

    // Spark's settings have dots in their names.
    private static string Name(SqlTokens tokens, int from, int to) =>
        tokens.IsName(from) && to == from + 1 ? tokens.Name(from) : tokens.Text(from, to);

    private static string Table(IReadOnlyList<string> rows) => string.Join(" UNION ALL ", rows);
}
