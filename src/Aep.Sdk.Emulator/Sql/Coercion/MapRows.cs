namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>explode(map)</c> and <c>posexplode(map)</c> without names for their columns: Spark calls them key and value. That it is a map turns
/// out when the engine binds the query, which is written as that of a list.
/// </summary>
internal static class MapRows
{
    private static readonly (string Function, string Column)[] Columns = [("map_keys", "key"), ("map_values", "value")];

    /// <summary>The query as that of a map, or null when the error is another.</summary>
    public static string? Write(string sql, EngineError error)
    {
        SqlTokens tokens = SqlTokenizer.Tokenize(sql);
        int at = error.TokenIn(tokens);
        bool lateral = error.Message == "UNNEST not supported here" && tokens.Is(at - 3, "LATERAL"); // LATERAL (SELECT unnest(map) …
        if (at < 0 || !(lateral || error.Message.Contains("MAP(", StringComparison.Ordinal)))
            return null;
        if (tokens.Is(at, "len") && tokens.IsSymbol(at + 1, "("))
            return tokens.Replace((at + 2)..tokens.Close(at + 1, tokens.Count), map => $"map_keys({map})");
        if (tokens.Is(at, "CASE") && tokens.IsSymbol(at - 1, "("))
            at -= 2; // unnest(CASE WHEN … THEN map ELSE [NULL] END)
        return tokens.Is(at, "unnest") && tokens.IsSymbol(at + 1, "(") ? Rows(tokens, at) : null;
    }

    private static string? Rows(SqlTokens tokens, int unnest)
    {
        int close = tokens.Close(unnest + 1, tokens.Count);
        if (!tokens.Is(close + 1, "AS") || close + 2 >= tokens.Count || tokens.Name(close + 2) != "col")
            return null;
        Range map = Map(tokens, unnest + 2, close);
        (int from, int to) = (tokens[unnest].Start, tokens[close].End);
        string before = tokens.Sql[from..tokens[map.Start.Value].Start], behind = tokens.Sql[tokens[map.End.Value - 1].End..to];
        string text = tokens.Text(map.Start.Value, map.End.Value);
        IEnumerable<string> columns = Columns.Select(column => $"{before}{column.Function}({text}){behind} AS \"{column.Column}\"");
        return tokens.Replace(unnest..(close + 3), _ => string.Join(", ", columns));
    }

    // All of it, or what stands between THEN and the last ELSE.
    private static Range Map(SqlTokens tokens, int from, int to)
    {
        if (!tokens.Is(from, "CASE"))
            return from..to;
        int then = from, depth = 0;
        while (then < to && !(depth == 0 && tokens.Is(then, "THEN")))
        {
            depth += tokens.IsSymbol(then, "(") ? 1 : tokens.IsSymbol(then, ")") ? -1 : 0;
            then++;
        }
        return (then + 1)..(to - 5); // ELSE [ NULL ] END
    }
}
