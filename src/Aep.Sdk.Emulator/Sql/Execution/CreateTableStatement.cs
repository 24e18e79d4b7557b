namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>CREATE TABLE [IF NOT EXISTS] name [WITH (schema='…', rowvalidation='…', label='PROFILE', distribution=…)] AS query</c>: how rows
/// are spread over machines means nothing here.
/// </summary>
internal sealed record CreateTableStatement(TableName Name, bool IfNotExists, string? SchemaTitle, bool ProfileEnabled, SqlStatement Query)
{
    public static CreateTableStatement Parse(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        int at = statement.From + 2;
        bool ifNotExists = tokens.AreWords(at, "IF", "NOT", "EXISTS");
        at += ifNotExists ? 3 : 0;
        TableName name = TableName.Read(tokens, ref at, statement.To);
        Dictionary<string, string> options = new(StringComparer.OrdinalIgnoreCase);
        if (at < statement.To && tokens.Is(at, "WITH") && tokens.IsSymbol(at + 1, "("))
            at = Options(tokens, at + 1, statement.To, options);
        if (at >= statement.To || !tokens.Is(at, "AS"))
            throw SqlErrorException.NotSupported("CREATE TABLE without AS SELECT", tokens[statement.From].Start);
        SqlStatement query = statement with { From = at + 1 };
        if (query.From >= query.To || !query.IsQuery)
            throw tokens.SyntaxError(query.From);
        bool profile = options.GetValueOrDefault("label")?.Equals("PROFILE", StringComparison.OrdinalIgnoreCase) ?? false;
        return new CreateTableStatement(name, ifNotExists, options.GetValueOrDefault("schema"), profile, query);
    }

    private static int Options(SqlTokens tokens, int open, int to, Dictionary<string, string> options)
    {
        int close = tokens.Close(open, to);
        foreach (Range range in tokens.Arguments(open, close))
        {
            int start = range.Start.Value;
            if (range.End.Value - start != 3 || !tokens.IsName(start) || !tokens.IsSymbol(start + 1, "="))
                throw tokens.SyntaxError(start);
            string name = tokens.Name(start);
            if (name.ToLowerInvariant() is not ("schema" or "rowvalidation" or "label" or "distribution"))
                throw SqlErrorException.NotSupported($"the table option {name}", tokens[start].Start);
            options[name] = tokens.StringValue(start + 2) ?? tokens.Name(start + 2);
        }
        return close + 1;
    }
}
