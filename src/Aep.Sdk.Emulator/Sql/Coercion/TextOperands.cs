using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A text where a number, a time or a truth value is wanted. Spark casts it, and what cannot be read is NULL; the engine refuses it when it
/// binds the query, and says where and of which types. There the cast is written into the engine's text.
/// </summary>
internal static partial class TextOperands
{
    private static readonly string[] Comparisons = ["<", ">", "<=", ">=", "=", "==", "<>", "!="];

    /// <summary>The text with the cast, or null when the error is another.</summary>
    public static string? Cast(string sql, EngineError error)
    {
        SqlTokens tokens = SqlTokenizer.Tokenize(sql);
        int at = error.Offset is null ? OnlyNotBetween(tokens) : error.TokenIn(tokens);
        if (at < 0)
            return null;
        if (EngineCall.Read(error.Message) is EngineCall call)
            return call.IsOperator ? Operation(tokens, at, call) : Arguments(tokens, at, call);
        return Compare(tokens, at, error);
    }

    /// <summary>The text with the operand of a comparison cast that is a text, or null when neither is, or the error is another.</summary>
    public static string? Compare(SqlTokens tokens, int at, EngineError error)
    {
        Match types = Compared().Match(error.Message);
        return types.Success ? Comparison(tokens, at, types.Groups["left"].Value, types.Groups["right"].Value) : null;
    }

    /// <summary>A text among numbers in <c>IN</c>: Spark compares all of them as texts.</summary>
    public static string? AsTexts(SqlTokens tokens, int at, EngineError error)
    {
        Match types = Compared().Match(error.Message);
        if (!EngineCall.IsText(types.Groups["left"].Value))
            return null;
        foreach (Range item in Enumerable.Reverse(tokens.Arguments(at + 1, tokens.Close(at + 1, tokens.Count))))
            tokens = SqlTokenizer.Tokenize(tokens.Replace(item, text => $"CAST({text} AS VARCHAR)"));
        return tokens.Sql;
    }

    // Null when neither is a text, or the other has no type that a text is cast to.
    private static string? Comparison(SqlTokens tokens, int at, string left, string right)
    {
        bool textLeft = EngineCall.IsText(left);
        at = EngineOperands.ComparisonOf(tokens, at);
        if (textLeft == EngineCall.IsText(right) || Target(textLeft ? right : left) is not string type || !Compares(tokens, at))
            return null;
        if (tokens.Is(at, "BETWEEN"))
            return textLeft ? tokens.Replace(EngineOperands.BeforeComparison(tokens, tokens.Is(at - 1, "NOT") ? at - 1 : at), Cast) : null;
        return tokens.Replace(textLeft ? EngineOperands.BeforeComparison(tokens, at) : EngineOperands.BehindComparison(tokens, at), Cast);

        string Cast(string text) => SparkCasts.To(type, text);
    }

    // An error in a macro has its place in the macro's text, not in this one.
    private static bool Compares(SqlTokens tokens, int at) =>
        tokens.IsAny(at, "BETWEEN", "IN") || Array.Exists(Comparisons, symbol => tokens.IsSymbol(at, symbol));

    // A date or an interval takes no number in the place of the text.
    private static string? Operation(SqlTokens tokens, int at, EngineCall call)
    {
        if (!tokens.IsSymbol(at, call.Name) || !call.Types.Any(EngineCall.IsText)
            || !call.Types.All(type => EngineCall.IsText(type) || IsNumber(type) || type == "\"NULL\""))
            return null;
        if (EngineCall.IsText(call.Types[^1])) // first what stands behind: it moves nothing before it
            tokens = SqlTokenizer.Tokenize(tokens.Replace(EngineOperands.BehindOperator(tokens, at), Number));
        return call.Types.Count == 2 && EngineCall.IsText(call.Types[0])
            ? tokens.Replace(EngineOperands.BeforeOperator(tokens, at), Number)
            : tokens.Sql;
    }

    private static string? Arguments(SqlTokens tokens, int at, EngineCall call)
    {
        if (!tokens.IsName(at) || !tokens.Name(at).Equals(call.Name, StringComparison.OrdinalIgnoreCase) || !tokens.IsSymbol(at + 1, "("))
            return null;
        List<Range> ranges = tokens.Arguments(at + 1, tokens.Close(at + 1, tokens.Count));
        string? changed = null;
        for (int argument = Math.Min(ranges.Count, call.Types.Count) - 1; argument >= 0; argument--)
        {
            if (!call.WantsNumber(argument))
                continue;
            int from = ranges[argument].Start.Value;
            Range range = (tokens.Is(from, "DISTINCT") ? from + 1 : from)..ranges[argument].End;
            changed = tokens.Replace(range, Number);
            tokens = SqlTokenizer.Tokenize(changed);
        }
        return changed;
    }

    // Of NOT BETWEEN the engine does not say where it is.
    private static int OnlyNotBetween(SqlTokens tokens)
    {
        int[] found = [.. Enumerable.Range(0, tokens.Count).Where(
            index => tokens.AreWords(index - 1, "NOT", "BETWEEN")
                && !tokens.Is(EngineOperands.BeforeComparison(tokens, index - 1).Start.Value, "CAST"))];
        return found.Length == 1 ? found[0] : -1;
    }

    private static string Number(string text) => $"spark_number({text})";

    private static bool IsNumber(string type) => Target(type) is not (null or "BOOLEAN" or "DATE" or "TIMESTAMP");

    // What Spark casts a text to that is compared with such a value.
    private static string? Target(string type) => type switch
    {
        "INTEGER_LITERAL" or "INTEGER" => "INTEGER",
        "TINYINT" or "SMALLINT" or "BIGINT" or "FLOAT" or "DOUBLE" or "BOOLEAN" or "DATE" or "TIMESTAMP" => type,
        "HUGEINT" => "DOUBLE",
        "TIMESTAMP WITH TIME ZONE" => "TIMESTAMP",
        _ => type.StartsWith("DECIMAL", StringComparison.Ordinal) ? "DOUBLE" : null,
    };

    [GeneratedRegex(
        "^Cannot (?:compare values of type (?<left>.+) and type (?<right>.+)|mix values of type (?<left>.+) and (?<right>.+) in BETWEEN "
        + "clause) - an explicit cast is required", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();
}
