namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Comparison, arithmetic, and/or. A missing value makes a comparison not match.</summary>
internal sealed record PqlBinary(string Operator, PqlExpression Left, PqlExpression Right) : PqlExpression
{
    public override IEnumerable<PqlAttribute> Attributes => Left.Attributes.Concat(Right.Attributes);

    public override object? Evaluate(Func<string, object?> attribute)
    {
        switch (Operator)
        {
            case "and":
                return Left.Matches(attribute) && Right.Matches(attribute);
            case "or":
                return Left.Matches(attribute) || Right.Matches(attribute);
        }
        object? left = Left.Evaluate(attribute), right = Right.Evaluate(attribute);
        return Operator switch
        {
            "=" => left is not null && right is not null && Equals(left, right),
            "!=" => left is not null && right is not null && !Equals(left, right),
            _ when left is double a && right is double b => Numbers(a, b),
            _ when left is string s && right is string t => Order(string.CompareOrdinal(s, t)),
            _ => null,
        };
    }

    private object? Numbers(double left, double right) => Operator switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => right == 0 ? null : left / right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        ">=" => left >= right,
        _ => null,
    };

    private object? Order(int comparison) => Operator switch
    {
        "<" => comparison < 0,
        "<=" => comparison <= 0,
        ">" => comparison > 0,
        ">=" => comparison >= 0,
        _ => null,
    };
}
