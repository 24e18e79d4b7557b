namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>What follows <c>occurs</c>, and what stands in a WHEN.</summary>
internal sealed partial class PqlParser
{
    private static readonly string[] Directions = ["before", "after", "from"];
    private static readonly string[] Periods = ["this", "last", "next"];

    private PqlTimeTest TimeTest()
    {
        if (_cursor.Accept("between"))
        {
            PqlNode start = Sum();
            _cursor.Expect("and");
            return new PqlTimeTest(null, 0, null, "between", start, Sum());
        }
        string? comparison = Comparisons.FirstOrDefault(_cursor.Current.Is);
        if (comparison is not null)
        {
            _cursor.Take();
            double amount = WholeNumber();
            return new PqlTimeTest(comparison == "<>" ? "!=" : comparison, amount, Unit(), Direction(), Sum(), null);
        }
        if (Directions.Any(_cursor.Current.Is))
            return new PqlTimeTest(null, 0, null, Direction(), Sum(), null);
        _cursor.Accept("on");
        return new PqlTimeTest(null, 0, null, "on", Sum(), null);
    }

    private double WholeNumber()
    {
        PqlToken token = _cursor.Current;
        if (token.Kind != PqlTokenKind.Number || Number(token).Value is not double number || number != Math.Floor(number)
            || number > int.MaxValue)
            throw _cursor.Expected("a whole number");
        _cursor.Take();
        return number;
    }

    private string Unit()
    {
        string unit = PqlUnits.Find(_cursor.Current.Text) ?? throw _cursor.Expected("a unit of time");
        _cursor.Take();
        return unit;
    }

    private string Direction()
    {
        string direction = Directions.FirstOrDefault(_cursor.Current.Is) ?? throw _cursor.Expected("before, after or from");
        _cursor.Take();
        return direction;
    }
}
