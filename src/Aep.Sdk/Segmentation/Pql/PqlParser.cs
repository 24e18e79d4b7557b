namespace Aep.Sdk.Segmentation;

/// <summary>Checks the syntax of a rule, by recursive descent over Adobe's description of the language (Profile Query Language overview).</summary>
internal sealed class PqlParser
{
    // Deeper rules would end the process by a stack overflow, which nobody can catch.
    private const int Deepest = 200;

    private static readonly string[] Aggregations = ["sum", "count", "average", "min", "max"];
    private static readonly string[] Operators = ["and", "or", "in", "notIn", "like", "occurs", "where", "from", "over"];
    private readonly PqlCursor _cursor;
    private readonly PqlTimeParser _time;
    private int _depth;

    private PqlParser(string rule)
    {
        _cursor = new PqlCursor(rule);
        _time = new PqlTimeParser(_cursor, Sum);
    }

    public static void Check(string rule)
    {
        var parser = new PqlParser(rule);
        parser.Expression();
        if (parser._cursor.Current.Kind != PqlTokenKind.End) throw parser.Surplus();
    }

    public static void CheckPath(string path)
    {
        var cursor = new PqlCursor(path);
        do cursor.ExpectName("A path is made of names and dots, for example _acme.propensity.");
        while (cursor.Accept("."));
        if (cursor.Current.Kind != PqlTokenKind.End)
            throw cursor.Wrong($"{cursor.Current} is no part of a path.", "A path is made of names and dots, for example _acme.propensity.");
    }

    private void Expression()
    {
        if (_cursor.Accept("let")) Let();
        do Conjunction();
        while (_cursor.Accept("or"));
    }

    private void Let()
    {
        _cursor.ExpectName("A variable follows let.");
        _cursor.Expect("=", "Write let NAME = VALUE in CONDITION.");
        Sum();
        _cursor.Expect("in", "Write let NAME = VALUE in CONDITION.");
    }

    private void Conjunction()
    {
        do Comparison();
        while (_cursor.Accept("and"));
    }

    private void Comparison()
    {
        while (_cursor.Accept("not", "!"))
        {
        }

        Sum();
        if (_cursor.Accept("occurs")) _time.Occurs();
        else if (_cursor.Accept("=", "!=", "<", "<=", ">", ">=", "in", "notIn", "like")) Sum();
    }

    private void Sum()
    {
        if (++_depth > Deepest) throw _cursor.Wrong($"The rule is nested more than {Deepest} deep.", "Split it into several segments.");
        do Factor();
        while (_cursor.Accept("+", "-", "*", "/", "%"));
        _depth--;
    }

    private void Factor()
    {
        while (_cursor.Accept("-"))
        {
        }

        Primary();
        while (true)
        {
            if (_cursor.Accept(".")) Member();
            else if (_cursor.Accept("[")) List(labelled: false);
            else return;
        }
    }

    private void Member()
    {
        _cursor.ExpectName("A property or a function follows a dot.");
        if (_cursor.Accept("(")) Arguments();
    }

    private void Primary()
    {
        if (_cursor.Accept("(")) Parentheses();
        else if (_cursor.Accept("[")) List(labelled: true);
        else if (_cursor.Current.Kind is PqlTokenKind.Number or PqlTokenKind.Text) _cursor.Advance();
        else Name();
    }

    private void Name()
    {
        PqlToken name = _cursor.Current;
        if (name.Kind != PqlTokenKind.Name || Operators.Contains(name.Text))
            throw _cursor.Wrong($"A value is expected, not {name}.", "Write an attribute, a literal or a condition in parentheses.");
        _cursor.Advance();
        bool beforeName = _cursor.Current.Kind == PqlTokenKind.Name && !Operators.Contains(_cursor.Current.Text);
        if (beforeName && name.Text is "exists" or "forall" or "select") Bindings();
        else if (beforeName && Aggregations.Contains(name.Text)) Aggregation();
        else if (_cursor.Accept("(")) Arguments();
    }

    private void Aggregation()
    {
        Sum();
        _cursor.Expect("over", "Write, for example, sum X.price over X from xEvent.");
        Bindings();
    }

    private void Bindings()
    {
        do Binding();
        while (_cursor.Current.Is(",") && _cursor.Ahead(2).Is("from") && _cursor.Accept(","));
    }

    private void Binding()
    {
        _cursor.ExpectName("A variable is expected, as in exists X from xEvent where X.eventType = \"a\".");
        _cursor.Expect("from", "Write VARIABLE from ARRAY where CONDITION.");
        Sum();
        if (_cursor.Accept("where", ":")) Expression();
    }

    private void Parentheses()
    {
        int names = 0;
        while (_cursor.Ahead(names).Kind == PqlTokenKind.Name && _cursor.Ahead(names + 1).Is(","))
            names += 2;
        bool lambda = _cursor.Ahead(names + 1).Is(")") && _cursor.Ahead(names + 2).Is("=>");
        for (int token = 0; lambda && token < names + 3; token++)
            _cursor.Advance();
        Expression();
        if (!lambda) _cursor.Expect(")", "Every parenthesis that is opened must be closed.");
    }

    private void Arguments()
    {
        if (_cursor.Accept(")")) return;
        do Argument();
        while (_cursor.Accept(","));
        _cursor.Expect(")", "Separate arguments by commas and close the parenthesis.");
    }

    private void Argument()
    {
        // WHEN(<= 3 days before now), in a chain of events.
        if (PqlTimeParser.IsComparison(_cursor.Current)) _time.Occurs();
        else Expression();
    }

    private void List(bool labelled)
    {
        if (labelled && _cursor.Accept("]")) return;
        do Item();
        while (_cursor.Accept(","));
        _cursor.Expect("]", "Separate the values by commas and close the bracket.");
    }

    private void Item()
    {
        bool step = _cursor.Current.Kind == PqlTokenKind.Name && _cursor.Ahead(1).Is(":");
        if (step) (_, _) = (_cursor.Advance(), _cursor.Advance());
        do Expression();
        while (step && _cursor.Current.Kind == PqlTokenKind.Name);
    }

    private PqlSyntaxException Surplus() => _cursor.Current.Text switch
    {
        "is" => _cursor.Wrong("PQL has no is.", "Write attribute.isNull() or attribute.isNotNull()."),
        "between" => _cursor.Wrong("between is only for dates (occurs between).", "Write attribute >= low and attribute <= high."),
        "not" => _cursor.Wrong("not stands before a condition.", "Write attribute notIn [values], or not (condition)."),
        ")" or "]" => _cursor.Wrong($"{_cursor.Current} closes nothing.", "Remove it, or open it before."),
        _ when _cursor.Current.Text is "=" or "!=" or "<" or "<=" or ">" or ">=" =>
            _cursor.Wrong("Comparisons do not follow each other.", "Join them by and."),
        _ => _cursor.Wrong($"{_cursor.Current} is not expected here.", "Join conditions by and or or; Pql.Unchecked sends a rule as it is."),
    };
}
