namespace Aep.Sdk.Segmentation;

/// <summary>
/// Makes the tree of a rule, by recursive descent over Adobe's description of the language (Profile Query Language overview).
/// </summary>
internal sealed partial class PqlParser
{
    // Deeper rules would end the process by a stack overflow, which nobody can catch.
    private const int Deepest = 200;

    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">=", "in", "notIn", "like"];
    private readonly PqlCursor _cursor;
    private readonly PqlTimeParser _time;
    private readonly PqlScope _scope = new();
    private int _depth;

    private PqlParser(string rule)
    {
        _cursor = new PqlCursor(rule);
        _time = new PqlTimeParser(_cursor, Sum);
    }

    /// <exception cref="PqlSyntaxException">The text is no rule.</exception>
    public static PqlNode Parse(string rule)
    {
        var parser = new PqlParser(rule);
        PqlNode tree = parser.Expression();
        return parser._cursor.Current.Kind == PqlTokenKind.End ? tree : throw parser.Surplus();
    }

    public static void CheckPath(string path)
    {
        var cursor = new PqlCursor(path);
        do cursor.ExpectName("A path is made of names and dots, for example _acme.propensity.");
        while (cursor.Accept("."));
        if (cursor.Current.Kind != PqlTokenKind.End)
            throw cursor.Wrong(
                $"{cursor.Current} is no part of a path.", "A path is made of names and dots, for example _acme.propensity.");
    }

    private PqlNode Expression()
    {
        int start = _cursor.Current.Position;
        return At(start, _cursor.Accept("let") ? Let() : Joined("or", () => Joined("and", Comparison)));
    }

    private PqlNode Joined(string word, Func<PqlNode> part)
    {
        var parts = new List<PqlNode> { part() };
        while (_cursor.Accept(word)) parts.Add(part());
        return parts.Count == 1 ? parts[0] : new PqlApply(word, parts);
    }

    private PqlPhrase Let()
    {
        string name = _cursor.ExpectName("A variable follows let.");
        _cursor.Expect("=", "Write let NAME = VALUE in CONDITION.");
        PqlNode value = Sum();
        _cursor.Expect("in", "Write let NAME = VALUE in CONDITION.");
        PqlNode body = _scope.With([name], () => Joined("or", () => Joined("and", Comparison)));
        return new PqlPhrase("let", [new PqlWord("let"), new PqlWord(name), new PqlWord("="), value, new PqlWord("in"), body]);
    }

    private static PqlNode At(int start, PqlNode node) => node.Start is null ? node with { Start = start } : node;

    private PqlNode Comparison()
    {
        int start = _cursor.Current.Position, negations = 0;
        while (_cursor.Accept("not", "!")) negations++;
        int behind = _cursor.Current.Position;
        PqlNode left = Sum();
        PqlToken symbol = _cursor.Current;
        if (_cursor.Accept("occurs")) left = new PqlPhrase("occurs", [left, new PqlWord("occurs"), .. _time.Occurs()]);
        else if (_cursor.Accept(Comparisons)) left = new PqlApply(symbol.Text, [left, Sum()]);
        left = At(behind, left);
        for (; negations > 0; negations--) left = At(start, new PqlApply("not", [left]));
        return left;
    }

    private PqlNode Sum()
    {
        if (++_depth > Deepest) throw _cursor.Wrong($"The rule is nested more than {Deepest} deep.", "Split it into several segments.");
        PqlNode sum = LeftToRight(["+", "-"], () => LeftToRight(["*", "/", "%"], Factor));
        _depth--;
        return sum;
    }

    private PqlNode LeftToRight(string[] symbols, Func<PqlNode> operand)
    {
        PqlNode left = operand();
        for (PqlToken symbol = _cursor.Current; _cursor.Accept(symbols); symbol = _cursor.Current)
            left = new PqlApply(symbol.Text, [left, operand()]);
        return left;
    }

    private PqlNode Factor()
    {
        int start = _cursor.Current.Position, negations = 0;
        while (_cursor.Accept("-")) negations++;
        int behind = _cursor.Current.Position;
        PqlNode factor = At(behind, Primary());
        while (true)
        {
            if (_cursor.Accept(".")) factor = At(behind, Member(factor));
            else if (_cursor.Accept("[")) factor = At(behind, new PqlPhrase("a filter in brackets", [factor, .. Items(labelled: false)]));
            else break;
        }

        for (; negations > 0; negations--)
            factor = At(start, factor is PqlLiteral { IsNumber: true } number ? number.Negated() : new PqlApply("-", [factor]));
        return factor;
    }

    private PqlNode Member(PqlNode before)
    {
        string name = _cursor.ExpectName("A property or a function follows a dot.");
        return _cursor.Accept("(") ? new PqlApply(name, [before, .. Arguments()]) { AfterDot = true } : new PqlLookup(before, name);
    }

    private List<PqlNode> Arguments()
    {
        var arguments = new List<PqlNode>();
        if (_cursor.Accept(")")) return arguments;
        do arguments.Add(Argument());
        while (_cursor.Accept(","));
        _cursor.Expect(")", "Separate arguments by commas and close the parenthesis.");
        return arguments;
    }

    // WHEN(<= 3 days before now), in a chain of events.
    private PqlNode Argument() => PqlTimeParser.IsComparison(_cursor.Current)
        ? new PqlPhrase("a distance in time", _time.Occurs()) : Expression();

    private PqlSyntaxException Surplus() => _cursor.Current.Text switch
    {
        "is" => _cursor.Wrong("PQL has no is.", "Write attribute.isNull() or attribute.isNotNull()."),
        "between" => _cursor.Wrong("between is only for dates (occurs between).", "Write attribute >= low and attribute <= high."),
        "not" => _cursor.Wrong("not stands before a condition.", "Write attribute notIn [values], or not (condition)."),
        ")" or "]" => _cursor.Wrong($"{_cursor.Current} closes nothing.", "Remove it, or open it before."),
        _ when PqlTimeParser.IsComparison(_cursor.Current) => _cursor.Wrong("Comparisons do not follow each other.", "Join them by and."),
        _ =>
            _cursor.Wrong($"{_cursor.Current} is not expected here.", "Join conditions by and or or; Pql.Unchecked sends a rule as it is."),
    };
}
