namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>PREPARE name [(type, …)] AS statement</c>: a query or an INSERT in which <c>$1</c> stands for the first argument of EXECUTE.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Types">Declared types of its parameters; empty when none are declared.</param>
/// <param name="Body">What EXECUTE runs.</param>
internal sealed record PreparedQuery(string Name, IReadOnlyList<string> Types, SqlStatement Body)
{
    public static PreparedQuery Parse(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        int at = statement.From + 1;
        if (at >= statement.To || !tokens.IsName(at))
            throw tokens.SyntaxError(at);
        string name = PreparedQueries.NameAt(tokens, at++);
        List<string> types = [];
        if (at < statement.To && tokens.IsSymbol(at, "("))
        {
            int close = tokens.Close(at, statement.To);
            types = [.. tokens.Arguments(at, close).Select(type => tokens.Text(type.Start.Value, type.End.Value))];
            at = close + 1;
        }
        if (at + 1 >= statement.To || !tokens.Is(at, "AS"))
            throw tokens.SyntaxError(at);
        SqlStatement body = statement with { From = at + 1 };
        return body.IsQuery || body.StartsWith("INSERT", "INTO") ? new PreparedQuery(name, types, body) : throw tokens.SyntaxError(at + 1);
    }
}
