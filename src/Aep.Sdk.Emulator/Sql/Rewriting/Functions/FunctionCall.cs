namespace Aep.Sdk.Emulator.Sql;

/// <summary>A function call of a query with what belongs to it: DISTINCT, FILTER, IGNORE NULLS, OVER.</summary>
internal sealed class FunctionCall
{
    private readonly SqlTokens _tokens;
    private readonly Func<Range, string> _render;
    private readonly int _index;

    /// <param name="tokens">The text.</param>
    /// <param name="index">The token of the function's name.</param>
    /// <param name="to">The end of the part of the text that the call may reach into.</param>
    /// <param name="render">Translates a part of the text.</param>
    public FunctionCall(SqlTokens tokens, int index, int to, Func<Range, string> render)
    {
        (_tokens, _index, _render) = (tokens, index, render);
        Close = tokens.Close(index + 1, to);
        List<Range> ranges = tokens.Arguments(index + 1, Close);
        Distinct = ranges.Count > 0 && tokens.Is(ranges[0].Start.Value, "DISTINCT");
        if (Distinct)
            ranges[0] = (ranges[0].Start.Value + 1)..ranges[0].End;
        Ranges = ranges;
        End = ReadTail(Close + 1, to);
    }

    public string Name => _tokens.Text(_index).ToLowerInvariant();
    public int Position => _tokens[_index].Start;
    public SqlTokens Tokens => _tokens;
    public IReadOnlyList<Range> Ranges { get; }
    public bool Distinct { get; }
    public bool IgnoreNulls { get; private set; }

    /// <summary>The condition of FILTER (WHERE …), translated, or null without one.</summary>
    public string? Filter { get; private set; }
    public WindowClause? Window { get; private set; }
    public int Close { get; }

    /// <summary>The token after the call and all that belongs to it.</summary>
    public int End { get; }

    public int Count => Ranges.Count;

    /// <summary>An argument, translated.</summary>
    public string this[int argument] => _render(Ranges[argument]);

    public IEnumerable<string> Arguments => Ranges.Select(_render);

    /// <summary>The OVER clause, or nothing.</summary>
    public string Over => Window is null ? "" : " " + Window.Text;

    /// <summary>The window that a window function cannot be without.</summary>
    public WindowClause RequiredWindow => Window
        ?? throw new SqlErrorException(SqlState.SyntaxError, $"{Name} is a window function: OVER (…) must follow", _tokens[Close].Start);

    /// <summary>Checks the number of arguments.</summary>
    public FunctionCall Takes(int least, int most) => Count >= least && Count <= most
        ? this
        : throw new SqlErrorException(
            SqlState.UndefinedFunction, $"{Name} takes {(least == most ? $"{least}" : $"{least} to {most}")} arguments, not {Count}",
            Position);

    /// <summary>Whether an argument is given and is the literal TRUE.</summary>
    public bool IsTrue(int argument) => argument < Count && _tokens.Is(Ranges[argument].Start.Value, "TRUE");

    /// <summary>The value of an argument that is a string literal, or null when it is anything else.</summary>
    public string? Literal(int argument)
    {
        (int from, int to) = (Ranges[argument].Start.Value, Ranges[argument].End.Value);
        return to == from + 1 ? _tokens.StringValue(from) : null;
    }

    public string Render(Range range) => _render(range);

    private int ReadTail(int at, int to)
    {
        if (at + 1 < to && _tokens.Is(at, "FILTER") && _tokens.IsSymbol(at + 1, "(") && _tokens.Is(at + 2, "WHERE"))
        {
            int close = _tokens.Close(at + 1, to);
            Filter = _render((at + 3)..close);
            at = close + 1;
        }
        if (at + 1 < to && _tokens.IsAny(at, "IGNORE", "RESPECT") && _tokens.Is(at + 1, "NULLS"))
        {
            IgnoreNulls = _tokens.Is(at, "IGNORE");
            at += 2;
        }
        if (at + 1 < to && _tokens.Is(at, "OVER"))
            (Window, at) = WindowClause.Read(_tokens, at + 1, to, _render);
        return at;
    }
}
