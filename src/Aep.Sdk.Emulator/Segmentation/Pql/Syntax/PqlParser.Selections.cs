namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Selections, quantifiers, aggregations over declarations, chains of events.</summary>
internal sealed partial class PqlParser
{
    private static readonly string[] Quantifiers = ["select", "exists", "some", "forall"];

    private PqlQuantification Quantification(string quantifier)
    {
        int position = _cursor.Take().Position;
        return new PqlQuantification(quantifier == "some" ? "exists" : quantifier, Declarations(), position);
    }

    private PqlAggregation Aggregation(string function)
    {
        int position = _cursor.Take().Position;
        PqlNode value = Sum();
        _cursor.Expect("over");
        return new PqlAggregation(function, value, Declarations(), position);
    }

    private List<PqlDeclaration> Declarations()
    {
        var declarations = new List<PqlDeclaration> { Declaration() };
        // A comma may also go on with the arguments that the selection is one of: "X from" tells.
        while (_cursor.Current.Is(",") && _cursor.Peek(2).Is("from"))
        {
            _cursor.Take();
            declarations.Add(Declaration());
        }
        return declarations;
    }

    private PqlDeclaration Declaration()
    {
        PqlToken name = _cursor.TakeName();
        _cursor.Expect("from");
        PqlNode from = Sum();
        PqlNode? where = _cursor.Accept("where") || _cursor.Accept(":") ? Or() : null;
        return new PqlDeclaration(name.Text, from, where, name.Position);
    }

    private PqlChain Chain()
    {
        int position = _cursor.Take().Position;
        _cursor.Expect("(");
        PqlNode source = Member();
        _cursor.Expect(",");
        string time = _cursor.TakeName().Text;
        _cursor.Expect(",");
        _cursor.Expect("[");
        var steps = new List<PqlChainStep> { Step() };
        while (_cursor.Accept(","))
            steps.Add(Step());
        _cursor.Expect("]");
        _cursor.Expect(")");
        return new PqlChain(source, time, steps, position);
    }

    private PqlChainStep Step()
    {
        PqlToken name = _cursor.TakeName();
        _cursor.Expect(":");
        PqlNode? what = null;
        List<PqlTimeTest> when = [];
        (string? Comparison, int Count) count = (null, 1);
        while (_cursor.Current.Kind == PqlTokenKind.Name)
        {
            if (_cursor.Accept("what"))
                what = InParentheses(Or);
            else if (_cursor.Accept("when"))
                when = InParentheses(TimeTests);
            else if (_cursor.Accept("count"))
                count = InParentheses(Count);
            else
                throw _cursor.Expected("WHAT, WHEN or COUNT");
        }
        return new PqlChainStep(name.Text, what, when, count.Comparison, count.Count, name.Position);
    }

    private List<PqlTimeTest> TimeTests()
    {
        var tests = new List<PqlTimeTest> { TimeTest() };
        while (_cursor.Accept("and"))
            tests.Add(TimeTest());
        return tests;
    }

    private (string? Comparison, int Count) Count()
    {
        string? comparison = Comparisons.FirstOrDefault(_cursor.Current.Is);
        if (comparison is not null)
            _cursor.Take();
        return (comparison, (int)WholeNumber());
    }

    private T InParentheses<T>(Func<T> read)
    {
        _cursor.Expect("(");
        T inner = Nested(read);
        _cursor.Expect(")");
        return inner;
    }
}
