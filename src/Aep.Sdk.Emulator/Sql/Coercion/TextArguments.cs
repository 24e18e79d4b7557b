namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Texts for functions of numbers that are macros of the engine (<c>floor</c>, <c>sqrt</c>): it names the place of the error in the macro,
/// not in the query, so all arguments of such functions are read as numbers.
/// </summary>
internal static class TextArguments
{
    private const string Number = "spark_any_number";

    private static readonly string[] Macros =
    [
        "ln", "log", "log10", "log2", "log1p", "expm1", "sqrt", "acos", "asin", "hypot", "negative", "rint", "bround", "signum", "sign",
        "ceil", "ceiling", "floor", "pmod",
    ];

    /// <summary>The query with the arguments as numbers, or null when there are none, or the error is another.</summary>
    public static string? Cast(string sql, EngineError error)
    {
        bool text = EngineCall.Read(error.Message)?.HasText
            ?? error.Message.StartsWith("Cannot compare values of type VARCHAR", StringComparison.Ordinal);
        return text ? Cast(SqlTokenizer.Tokenize(sql)) : null;
    }

    private static string? Cast(SqlTokens tokens)
    {
        string before = tokens.Sql;
        for (int index = 0; index + 1 < tokens.Count; index++)
        {
            if (!tokens.IsAny(index, Macros) || !tokens.IsSymbol(index + 1, "(") || tokens.IsSymbol(index - 1, "."))
                continue;
            foreach (Range argument in Enumerable.Reverse(tokens.Arguments(index + 1, tokens.Close(index + 1, tokens.Count))))
            {
                if (!tokens.Is(argument.Start.Value, Number))
                    tokens = SqlTokenizer.Tokenize(tokens.Replace(argument, value => $"{Number}({value})"));
            }
        }
        return tokens.Sql == before ? null : tokens.Sql;
    }
}
