namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>DECLARE name CURSOR FOR query</c>, with the options that psql and psycopg2 write.
/// <see cref="Holds"/>: WITH HOLD, so that the end of a transaction does not close it.
/// </summary>
internal sealed record DeclareStatement(string Name, bool Holds, SqlStatement Query)
{
    public static DeclareStatement Parse(SqlStatement declare)
    {
        SqlTokens tokens = declare.Tokens;
        int at = declare.From + 1;
        if (at >= declare.To || !tokens.IsName(at))
            throw tokens.SyntaxError(at);
        string name = PreparedQueries.NameAt(tokens, at++);
        while (at < declare.To && !tokens.Is(at, "CURSOR"))
        {
            if (tokens.IsAny(at, "BINARY", "SCROLL"))
                throw SqlErrorException.NotSupported($"DECLARE {tokens.Text(at).ToUpperInvariant()} CURSOR", tokens[at].Start);
            bool harmless = tokens.IsAny(at, "INSENSITIVE", "ASENSITIVE") || tokens.AreWords(at, "NO", "SCROLL");
            at += harmless ? (tokens.Is(at, "NO") ? 2 : 1) : throw tokens.SyntaxError(at);
        }
        at++;
        bool holds = tokens.AreWords(at, "WITH", "HOLD");
        at += holds || tokens.AreWords(at, "WITHOUT", "HOLD") ? 2 : 0;
        if (at >= declare.To || !tokens.Is(at, "FOR"))
            throw tokens.SyntaxError(Math.Min(at, declare.To));
        SqlStatement query = declare with { From = at + 1 };
        return query.From < query.To && query.IsQuery ? new DeclareStatement(name, holds, query) : throw tokens.SyntaxError(at + 1);
    }
}
