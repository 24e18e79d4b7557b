namespace Aep.Sdk.Segmentation;

/// <content>What stands between operators: literals, names, parentheses, lists, quantifiers.</content>
internal sealed partial class PqlParser
{
    private static readonly string[] Aggregations = ["sum", "count", "average", "min", "max"];
    private static readonly string[] Operators = ["and", "or", "in", "notIn", "like", "occurs", "where", "from", "over"];

    private PqlNode Primary()
    {
        PqlToken token = _cursor.Current;
        if (_cursor.Accept("(")) return Parentheses();
        if (_cursor.Accept("[")) return List();
        if (token.Is("^")) return Up();
        if (token.Kind is not (PqlTokenKind.Number or PqlTokenKind.Text)) return Name();
        _cursor.Advance();
        return token.Kind == PqlTokenKind.Number ? PqlLiteral.Number(token.Text) : PqlLiteral.String(token.Text);
    }

    private PqlNode Name()
    {
        PqlToken name = _cursor.Current;
        if (name.Kind != PqlTokenKind.Name || Operators.Contains(name.Text))
            throw _cursor.Wrong($"A value is expected, not {name}.", "Write an attribute, a literal or a condition in parentheses.");
        _cursor.Advance();
        bool beforeName = _cursor.Current.Kind == PqlTokenKind.Name && !Operators.Contains(_cursor.Current.Text);
        if (beforeName && name.Text is "exists" or "forall" or "select") return Selection(name.Text);
        if (beforeName && Aggregations.Contains(name.Text)) return Aggregation(name.Text);
        return _cursor.Accept("(") ? new PqlApply(name.Text, Arguments()) { AfterDot = false } : Reference(name.Text);
    }

    private PqlLookup Up()
    {
        int levels = 0;
        while (_cursor.Accept("^")) levels++;
        _cursor.Accept(".");
        return new PqlLookup(new PqlUp(levels), _cursor.ExpectName("A property of what is further out follows ^."));
    }

    private PqlNode Reference(string name)
    {
        if (_scope.Has(name)) return new PqlVariable(name);
        if (name is "true" or "false") return new PqlLiteral(PqlLiteralKind.Boolean, name);
        if (name is "null") return new PqlLiteral(PqlLiteralKind.Null, name);
        return name[0] == '$' && int.TryParse(name.AsSpan(1), out int position)
            ? new PqlParameter(position)
            : new PqlLookup(PqlParameter.Profile, name);
    }

    private PqlNode Selection(string word)
    {
        List<PqlDeclaration> variables = _scope.Inside(Declarations);
        return word == "select" ? new PqlSelect(variables) : new PqlQuantification(word == "forall", variables);
    }

    private PqlPhrase Aggregation(string word) => _scope.Inside(() =>
    {
        // The variable stands before its declaration.
        if (_cursor.NameAfter("over") is { } variable) _scope.Declare(variable);
        PqlNode value = Sum();
        _cursor.Expect("over", "Write, for example, sum X.price over X from xEvent.");
        List<PqlDeclaration> variables = Declarations();
        return new PqlPhrase("an aggregation", [new PqlWord(word), value, new PqlWord("over"), .. variables]);
    });

    private List<PqlDeclaration> Declarations()
    {
        var variables = new List<PqlDeclaration>();
        do variables.Add(Declaration());
        while (_cursor.Current.Is(",") && _cursor.Ahead(2).Is("from") && _cursor.Accept(","));
        return variables;
    }

    private PqlDeclaration Declaration()
    {
        string name = _cursor.ExpectName("A variable is expected, as in exists X from xEvent where X.eventType = \"a\".");
        _cursor.Expect("from", "Write VARIABLE from ARRAY where CONDITION.");
        PqlNode from = Sum();
        _scope.Declare(name);
        return new PqlDeclaration(name, from, _cursor.Accept("where", ":") ? Expression() : null);
    }

    private PqlNode Parentheses()
    {
        var names = new List<string>();
        int ahead = 0;
        while (_cursor.Ahead(ahead).Kind == PqlTokenKind.Name && _cursor.Ahead(ahead + 1).Is(",")) ahead += 2;
        if (_cursor.Ahead(ahead + 1).Is(")") && _cursor.Ahead(ahead + 2).Is("=>"))
        {
            for (int token = 0; token < ahead + 3; token++)
            {
                PqlToken passed = _cursor.Advance();
                if (passed.Kind == PqlTokenKind.Name) names.Add(passed.Text);
            }

            return new PqlFunction(names, _scope.With(names, Expression));
        }

        PqlNode inner = Expression();
        _cursor.Expect(")", "Every parenthesis that is opened must be closed.");
        return inner;
    }

    private PqlNode List()
    {
        if (_cursor.Accept("]")) return new PqlList([]);
        List<PqlNode> parts = Items(labelled: true);
        return parts.Any(part => part is PqlWord { Text: ":" })
            ? new PqlPhrase("a chain of events", parts)
            : new PqlList([.. parts.Where(part => part is not PqlWord)]);
    }

    // With the brackets and commas, as words.
    private List<PqlNode> Items(bool labelled)
    {
        var parts = new List<PqlNode> { new PqlWord("[") };
        do
        {
            if (parts.Count > 1) parts.Add(new PqlWord(","));
            Item(labelled, parts);
        }
        while (_cursor.Accept(","));
        _cursor.Expect("]", "Separate the values by commas and close the bracket.");
        parts.Add(new PqlWord("]"));
        return parts;
    }

    private void Item(bool labelled, List<PqlNode> parts)
    {
        bool step = _cursor.Current.Kind == PqlTokenKind.Name && _cursor.Ahead(1).Is(":");
        if (step)
        {
            parts.Add(new PqlWord(_cursor.Advance().Text));
            parts.Add(new PqlWord(_cursor.Advance().Text));
        }

        do parts.Add(Expression());
        while (labelled && step && _cursor.Current.Kind == PqlTokenKind.Name);
    }
}
