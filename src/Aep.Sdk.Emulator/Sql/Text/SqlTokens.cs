namespace Aep.Sdk.Emulator.Sql;

/// <summary>An SQL text with its tokens.</summary>
internal sealed class SqlTokens(string sql, IReadOnlyList<SqlToken> tokens)
{
    public string Sql { get; } = sql;
    public int Count => tokens.Count;
    public SqlToken this[int index] => tokens[index];

    public string Text(int index) => Sql.Substring(tokens[index].Start, tokens[index].Length);

    /// <summary>The text from one token to before another, with what stands between them.</summary>
    public string Text(int from, int to) => from >= to ? "" : Sql[tokens[from].Start..tokens[to - 1].End];

    /// <summary>Whether a token is this keyword.</summary>
    public bool Is(int index, string word) =>
        Has(index) && tokens[index].Kind == SqlTokenKind.Word && Matches(index, word, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(int index, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (Is(index, word))
                return true;
        }
        return false;
    }

    /// <summary>Whether these keywords stand here, one after the other.</summary>
    public bool AreWords(int index, params ReadOnlySpan<string> words)
    {
        for (int offset = 0; offset < words.Length; offset++)
        {
            if (!Is(index + offset, words[offset]))
                return false;
        }
        return true;
    }

    public bool IsSymbol(int index, string symbol) =>
        Has(index) && tokens[index].Kind == SqlTokenKind.Symbol && Matches(index, symbol, StringComparison.Ordinal);

    public bool IsName(int index) =>
        Has(index)
            && tokens[index].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.BacktickName or SqlTokenKind.ItemField;

    /// <summary>The name that a token stands for, without its quotes.</summary>
    public string Name(int index) => tokens[index].Kind switch
    {
        SqlTokenKind.QuotedName => Text(index)[1..^1].Replace("\"\"", "\""),
        SqlTokenKind.BacktickName => Text(index)[1..^1].Replace("``", "`"),
        SqlTokenKind.Variable or SqlTokenKind.Parameter => Text(index)[1..],
        SqlTokenKind.ItemField when Sql[tokens[index].Start] is ('"' or '`') and var quote =>
            Text(index)[1..^1].Replace($"{quote}{quote}", $"{quote}"),
        _ => Text(index),
    };

    /// <summary>The value of a plain string literal.</summary>
    public string? StringValue(int index) =>
        Has(index) && tokens[index].Kind == SqlTokenKind.String && Text(index)[0] == '\'' ? Text(index)[1..^1].Replace("''", "'") : null;

    /// <summary>The token that closes the parenthesis at <paramref name="open"/>.</summary>
    public int Close(int open, int end) => Close(open, end, "(", ")", "parenthesis");

    /// <summary>The token that closes the bracket at <paramref name="open"/>.</summary>
    public int CloseBracket(int open, int end) => Close(open, end, "[", "]", "bracket");

    /// <summary>Whether a symbol stands between two tokens, outside of parentheses and brackets.</summary>
    public bool Contains(string symbol, int from, int to)
    {
        int depth = 0;
        for (int index = from; index < to; index++)
        {
            if (depth == 0 && IsSymbol(index, symbol))
                return true;
            depth += IsSymbol(index, "(") || IsSymbol(index, "[") ? 1 : IsSymbol(index, ")") || IsSymbol(index, "]") ? -1 : 0;
        }
        return false;
    }

    /// <summary>The arguments between two parentheses, as token ranges.</summary>
    public List<Range> Arguments(int open, int close)
    {
        List<Range> arguments = [];
        int depth = 0, start = open + 1;
        for (int index = open + 1; index <= close; index++)
        {
            if (IsSymbol(index, "(") || IsSymbol(index, "["))
                depth++;
            bool ends = depth == 0 && (index == close || IsSymbol(index, ","));
            if (ends && index > start)
                arguments.Add(start..index);
            if (ends)
                start = index + 1;
            if (IsSymbol(index, ")") || IsSymbol(index, "]"))
                depth--;
        }
        return arguments;
    }

    /// <summary>The same text with a name in double quotes as a text in single ones.</summary>
    public SqlTokens WithLiteral(int index)
    {
        char[] text = Sql.ToCharArray();
        text[tokens[index].Start] = text[tokens[index].End - 1] = '\'';
        return new SqlTokens(new string(text), tokens).WithKind(index, SqlTokenKind.String);
    }

    /// <summary>The same text with a token of another kind.</summary>
    public SqlTokens WithKind(int index, SqlTokenKind kind)
    {
        SqlToken[] changed = [.. tokens];
        changed[index] = changed[index] with { Kind = kind };
        return new SqlTokens(Sql, changed);
    }

    public SqlErrorException SyntaxError(int index) => index < Count
        ? new SqlErrorException(SqlState.SyntaxError, $"syntax error at or near \"{Text(index)}\"", tokens[index].Start)
        : new SqlErrorException(SqlState.SyntaxError, "syntax error at end of input", Sql.Length);

    /// <summary>The text with the tokens of a range written anew.</summary>
    public string Replace(Range range, Func<string, string> write)
    {
        (int from, int to) = (this[range.Start.Value].Start, this[range.End.Value - 1].End);
        return string.Concat(Sql.AsSpan(0, from), write(Sql[from..to]), Sql.AsSpan(to));
    }

    private int Close(int open, int end, string opening, string closing, string what)
    {
        int depth = 0;
        for (int index = open; index < end; index++)
        {
            if (IsSymbol(index, opening))
                depth++;
            else if (IsSymbol(index, closing) && --depth == 0)
                return index;
        }
        throw new SqlErrorException(SqlState.SyntaxError, $"syntax error: the {what} is not closed", tokens[open].Start);
    }

    private bool Has(int index) => index >= 0 && index < tokens.Count;

    private bool Matches(int index, string text, StringComparison comparison) =>
        tokens[index].Length == text.Length && string.Compare(Sql, tokens[index].Start, text, 0, text.Length, comparison) == 0;
}
