namespace Aep.Sdk.Emulator.Sql;

/// <summary>What a statement is refused with that is none of Query Service's, or none that the local platform has.</summary>
internal static class UnsupportedStatements
{
    private static readonly string[] Known =
    [
        "CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE", "EXPLAIN", "COPY", "MOVE", "ANALYZE", "TRUNCATE", "MERGE", "GRANT",
            "REVOKE", "CALL", "DO", "LISTEN", "NOTIFY",
        "SAVEPOINT", "RELEASE", "VACUUM", "LOCK", "REFRESH", "USE", "PRAGMA", "ATTACH", "DETACH", "INSTALL", "LOAD", "EXPORT", "IMPORT",
            "CHECKPOINT", "COMMENT", "REINDEX",
        "SHOW", "CACHE", "UNCACHE", "MSCK", "RENAME", "REPLACE", "UPSERT", "CLUSTER",
    ];

    // Words between the verb and the kind of object.
    private static readonly string[] Between =
        ["OR", "REPLACE", "TEMP", "TEMPORARY", "UNLOGGED", "MATERIALIZED", "EXTERNAL", "GLOBAL", "LOCAL", "UNIQUE", "FOREIGN"];

    public static SqlErrorException Error(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        if (tokens[statement.From].Kind != SqlTokenKind.Word || !tokens.IsAny(statement.From, Known))
            return tokens.SyntaxError(statement.From);
        List<string> words = [tokens.Text(statement.From)];
        if (tokens.IsAny(statement.From, "CREATE", "DROP", "ALTER"))
        {
            int at = statement.From + 1;
            for (; at < statement.To && tokens.IsAny(at, Between); at++)
                words.Add(tokens.Text(at));
            if (at < statement.To)
                words.Add(tokens.Text(at));
        }
        return SqlErrorException.NotSupported(string.Join(' ', words).ToUpperInvariant(), tokens[statement.From].Start);
    }
}
