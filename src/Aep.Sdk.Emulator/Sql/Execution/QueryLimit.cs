using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The limits of interactive queries, from Adobe's troubleshooting guide: 50,000 rows unless the statement has a LIMIT,
/// LIMIT 0 lifts the limit, a LIMIT above 100,000 is error 53400.
/// <see cref="Statement"/>: the statement to run, without a LIMIT 0.
/// </summary>
internal sealed record QueryLimit(SqlStatement Statement, long Rows)
{
    private const long Default = 50_000;
    private const long Highest = 100_000;

    public static QueryLimit Of(SqlStatement statement, SqlValues values)
    {
        int at = Find(statement);
        if (at < 0 || statement.Tokens.Is(at + 1, "ALL"))
            return new QueryLimit(statement, Default);
        if (at + 1 >= statement.To || Value(statement.Tokens, at + 1, values) is not long limit)
            return new QueryLimit(statement, long.MaxValue);
        if (limit > Highest)
            throw new SqlErrorException(
                SqlState.ConfigurationLimitExceeded, $"LIMIT exceeds max value {Highest}", statement.Tokens[at].Start);
        bool lifted = limit == 0 && at + 2 == statement.To;
        return new QueryLimit(lifted ? statement with { To = at } : statement, long.MaxValue);
    }

    private static int Find(SqlStatement statement)
    {
        for (int index = statement.To - 1, depth = 0; index >= statement.From; index--)
        {
            depth += statement.Tokens.IsSymbol(index, ")") ? 1 : statement.Tokens.IsSymbol(index, "(") ? -1 : 0;
            if (depth == 0 && statement.Tokens.Is(index, "LIMIT"))
                return index;
        }
        return -1;
    }

    private static long? Value(SqlTokens tokens, int index, SqlValues values)
    {
        string? text = tokens[index].Kind switch
        {
            SqlTokenKind.Number => tokens.Text(index),
            SqlTokenKind.Parameter when int.TryParse(tokens.Name(index), out int number)
                && number <= values.Parameters.Count => values.Parameters[number - 1].Plain,
            _ => null,
        };
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
    }
}
