using System.Text;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The engine takes a text that is compared for equality with a number for that number, and fails at the first that is none. It refuses the
/// same operands around <c>&lt;</c>: so it is asked about them, without running anything.
/// </summary>
internal static class EqualTexts
{
    /// <summary>The text with such texts cast as Spark does.</summary>
    /// <param name="sql">A query that the engine accepts.</param>
    /// <param name="error">What the engine says of a query, or null when it accepts it.</param>
    public static string Cast(string sql, Func<string, EngineError?> error)
    {
        HashSet<int> others = []; // comparisons of what the engine has no order for
        while (true)
        {
            SqlTokens tokens = SqlTokenizer.Tokenize(sql);
            int[] comparisons = [.. Enumerable.Range(1, Math.Max(tokens.Count - 2, 0)).Where(index => IsComparison(tokens, index))];
            List<int> questions = [.. comparisons.Where((index, number) => !others.Contains(number)
                && (IsEquality(tokens, index) || IsList(tokens, index)))];
            if (questions.Count == 0)
                return sql;
            string asked = Ask(tokens, questions, out int[] places);
            if (error(asked) is not EngineError refused || Token(refused, asked, questions, places) is not (>= 0 and int at))
                return sql;
            string? changed = IsList(tokens, at) ? TextOperands.AsTexts(tokens, at, refused) : TextOperands.Compare(tokens, at, refused);
            if (changed is null)
                others.Add(Array.IndexOf(comparisons, at));
            sql = changed ?? sql;
        }
    }

    // Casts add none, so that their numbers stay.
    private static bool IsComparison(SqlTokens tokens, int index) => tokens.IsSymbol(index, "=") || tokens.IsSymbol(index, "==")
        || tokens.IsSymbol(index, "<>") || tokens.IsSymbol(index, "!=") || tokens.Is(index, "IN");

    private static bool IsEquality(SqlTokens tokens, int index) =>
        !tokens.Is(index, "IN") && !IsString(tokens, index - 1) && !IsString(tokens, index + 1);

    // x IN (1, 2): not of texts, and no query.
    private static bool IsList(SqlTokens tokens, int index)
    {
        if (!tokens.Is(index, "IN") || !tokens.IsSymbol(index + 1, "(") || tokens.IsAny(index + 2, "SELECT", "WITH", "VALUES", "FROM"))
            return false;
        List<Range> items = tokens.Arguments(index + 1, tokens.Close(index + 1, tokens.Count));
        return items.Count > 0 && items.TrueForAll(item => tokens[item.End.Value - 1].Kind == SqlTokenKind.Number);
    }

    private static bool IsString(SqlTokens tokens, int index) => tokens[index].Kind == SqlTokenKind.String;

    private static string Ask(SqlTokens tokens, List<int> questions, out int[] places)
    {
        var text = new StringBuilder();
        int copied = 0;
        places = new int[questions.Count];
        for (int question = 0; question < questions.Count; question++)
        {
            int index = questions[question];
            bool list = tokens.Is(index, "IN"), negated = list && tokens.Is(index - 1, "NOT");
            text.Append(tokens.Sql, copied, tokens[negated ? index - 1 : index].Start - copied);
            places[question] = text.Length;
            text.Append(list ? "< greatest" : "<");
            copied = tokens[index].End;
        }
        return text.Append(tokens.Sql, copied, tokens.Sql.Length - copied).ToString();
    }

    private static int Token(EngineError refused, string asked, List<int> questions, int[] places)
    {
        SqlTokens tokens = SqlTokenizer.Tokenize(asked);
        int at = EngineOperands.ComparisonOf(tokens, refused.TokenIn(tokens));
        int question = at < 0 ? -1 : Array.IndexOf(places, tokens[at].Start);
        return question < 0 ? -1 : questions[question];
    }
}
