using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <summary><c>FETCH [NEXT | FORWARD] [n | ALL] [IN | FROM] cursor</c>: forwards only.</summary>
/// <param name="Rows">How many rows at most.</param>
/// <param name="Name">The cursor.</param>
/// <param name="Position">Where the cursor is named.</param>
internal sealed record FetchStatement(long Rows, string Name, int Position)
{
    public static FetchStatement Parse(SqlStatement fetch)
    {
        SqlTokens tokens = fetch.Tokens;
        int at = fetch.From + 1;
        if (tokens.IsAny(at, "BACKWARD", "PRIOR", "FIRST", "LAST", "ABSOLUTE", "RELATIVE") || tokens.IsSymbol(at, "-"))
            throw SqlErrorException.NotSupported($"FETCH {tokens.Text(at).ToUpperInvariant()}", tokens[at].Start);
        at += tokens.IsAny(at, "NEXT", "FORWARD") ? 1 : 0;
        long rows = 1;
        if (tokens.Is(at, "ALL"))
            (rows, at) = (long.MaxValue, at + 1);
        else if (at < fetch.To && long.TryParse(tokens.Text(at), NumberStyles.None, CultureInfo.InvariantCulture, out long count))
            (rows, at) = (count, at + 1);
        at += tokens.IsAny(at, "IN", "FROM") ? 1 : 0;
        if (at >= fetch.To || !tokens.IsName(at))
            throw tokens.SyntaxError(Math.Min(at, fetch.To));
        return at + 1 == fetch.To
            ? new FetchStatement(rows, PreparedQueries.NameAt(tokens, at), tokens[at].Start)
            : throw tokens.SyntaxError(at + 1);
    }
}
