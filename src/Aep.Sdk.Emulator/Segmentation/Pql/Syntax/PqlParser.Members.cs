namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Literals, names, calls, and what follows a dot or a bracket.</summary>
internal sealed partial class PqlParser
{
    private static readonly string[] Aggregates = ["sum", "count", "average", "min", "max"];

    private PqlNode Member()
    {
        PqlNode target = Primary();
        for (int row = 0; ; row++)
        {
            PqlToken token = CheckRow(row, _cursor.Current);
            if (_cursor.Accept("."))
                target = AfterDot(target, _cursor.TakeName());
            else if (token.Is("["))
                target = Index(target);
            else
                return target;
        }
    }

    private PqlNode AfterDot(PqlNode target, PqlToken name) => _cursor.Current.Is("(")
        ? new PqlCall(name.Text, [target, .. Arguments()], name.Position)
        : new PqlField(target, name.Text, name.Position);

    // xEvent[eventType = "x"] keeps some of a list; map["key"] is a value of a map.
    private PqlCall Index(PqlNode target)
    {
        int position = _cursor.Take().Position;
        PqlNode inside = Nested(Expression);
        _cursor.Expect("]");
        return new PqlCall(inside is PqlLiteral { Value: string } ? "get" : "filter", [target, inside], position);
    }

    private List<PqlNode> Arguments()
    {
        _cursor.Expect("(");
        if (_cursor.Accept(")"))
            return [];
        return Nested(() => Items(")"));
    }

    private PqlNode Primary()
    {
        PqlToken token = _cursor.Current;
        switch (token.Kind)
        {
            case PqlTokenKind.Number:
                _cursor.Take();
                return Number(token);
            case PqlTokenKind.Text:
                _cursor.Take();
                return new PqlLiteral(token.Text, token.Position);
            case PqlTokenKind.Parameter:
                _cursor.Take();
                return int.TryParse(token.Text.AsSpan(1), out int number) && number > 0
                    ? new PqlParameter(number, token.Position)
                    : throw new PqlException($"'{token.Text}' is not a parameter", token.Position);
            case PqlTokenKind.Name:
                return Named(token);
        }
        if (token.Is("^"))
            return Up();
        if (_cursor.Accept("["))
            return new PqlListLiteral(_cursor.Accept("]") ? [] : Nested(() => Items("]")), token.Position);
        if (_cursor.Accept("("))
        {
            PqlNode inner = Nested(Expression);
            _cursor.Expect(")");
            return inner;
        }
        throw _cursor.Unexpected();
    }

    // ^city and ^.city are both documented.
    private PqlField Up()
    {
        int position = _cursor.Current.Position, levels = 0;
        while (_cursor.Accept("^"))
            levels++;
        _cursor.Accept(".");
        PqlToken name = _cursor.TakeName();
        return new PqlField(new PqlUp(levels, position), name.Text, name.Position);
    }

    private PqlNode Named(PqlToken token)
    {
        bool called = _cursor.Peek(1).Is("(");
        if (token.Is("chain") && called)
            return Nested(Chain);
        if (Quantifiers.FirstOrDefault(token.Is) is { } quantifier && _cursor.Peek(2).Is("from"))
            return Nested(() => Quantification(quantifier));
        if (Aggregates.FirstOrDefault(token.Is) is { } function && _cursor.Peek(1).Kind == PqlTokenKind.Name
            && !IsOperator(_cursor.Peek(1)))
            return Nested(() => Aggregation(function));
        if (Periods.FirstOrDefault(token.Is) is { } which && PqlUnits.Find(_cursor.Peek(1).Text) is { } unit)
        {
            _cursor.Take();
            _cursor.Take();
            return new PqlPeriod(which, unit, token.Position);
        }
        _cursor.Take();
        if (token.Is("true") || token.Is("false"))
            return new PqlLiteral(token.Is("true"), token.Position);
        if (token.Is("null"))
            return new PqlLiteral(null, token.Position);
        return called ? new PqlCall(token.Text, Arguments(), token.Position) : new PqlName(token.Text, token.Position);
    }

    private static bool IsOperator(PqlToken token) =>
        token.Is("and") || token.Is("or") || token.Is("occurs") || WordComparisons.Any(token.Is);

    private static PqlLiteral Number(PqlToken token) =>
        double.TryParse(
            token.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double number)
            ? new PqlLiteral(number, token.Position)
            : throw new PqlException($"'{token.Text}' is not a number", token.Position);
}
