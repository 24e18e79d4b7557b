namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>The operators between two operands, weakest first.</summary>
internal static class Operators
{
    public static IReadOnlyList<Operator[]> Levels { get; } =
    [
        [Lazy("||", "or", "or", "True when one of both is",
            (context, one, other) => Values.Truth(one(context)) || Values.Truth(other(context)))],
        [Lazy(
            "&&", "and", "and", "True when both are", (context, one, other) => Values.Truth(one(context)) && Values.Truth(other(context)))],
        [
            Plain("==", "eq", "equals", "Equality", (one, other) => Values.AreEqual(one, other)),
            Plain("!=", "ne", "notEquals", "Inequality", (one, other) => !Values.AreEqual(one, other)),
        ],
        [
            Plain("<=", "le", "lessThanOrEqual", "Less or equal", (one, other) => Values.Compare(one, other) <= 0),
            Plain(">=", "ge", "greaterThanOrEqual", "Greater or equal", (one, other) => Values.Compare(one, other) >= 0),
            Plain("<", "lt", "lessThan", "Less", (one, other) => Values.Compare(one, other) < 0),
            Plain(">", "gt", "greaterThan", "Greater", (one, other) => Values.Compare(one, other) > 0),
        ],
        [
            Plain("+", null, "add", "Sum of numbers; texts are joined", Add),
            Plain("-", null, "subtract", "Difference", (one, other) => Values.Of(Values.Decimal(one) - Values.Decimal(other))),
        ],
        [
            Plain("*", null, "multiply", "Product", (one, other) => Values.Of(Values.Decimal(one) * Values.Decimal(other))),
            Plain("/", "div", "divide", "Quotient", (one, other) => Values.Of(Values.Decimal(one) / NotZero(other))),
            Plain("%", "mod", "mod", "Remainder", (one, other) => Values.Of(Values.Decimal(one) % NotZero(other))),
        ],
    ];

    public static Operator? Find(Operator[] level, Token token) => token.Kind switch
    {
        TokenKind.Symbol => Array.Find(level, known => known.Symbol == token.Text),
        TokenKind.Name when !token.IsWrapped => Array.Find(level, known => known.Word == token.Text),
        _ => null,
    };

    private static Operator Plain(string symbol, string? word, string method, string description, Func<object?, object?, object?> apply) =>
        Lazy(symbol, word, method, description, (context, one, other) => apply(one(context), other(context)));

    private static Operator Lazy(
        string symbol, string? word, string method, string description, Func<EvaluationContext, Expression, Expression, object?> apply) =>
        new(symbol, word, method, description, apply);

    private static object Add(object? one, object? other) => one is string || other is string
        ? Values.Text(one) + Values.Text(other)
        : Values.Of(Values.Decimal(one) + Values.Decimal(other));

    private static decimal NotZero(object? value) =>
        Values.Decimal(value) is not 0 and decimal number ? number : throw new ExpressionException("Division by zero.");
}
