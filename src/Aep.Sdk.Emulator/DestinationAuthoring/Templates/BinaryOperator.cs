namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>An operator between two values. The higher its rank, the closer it binds.</summary>
internal sealed record BinaryOperator(int Rank, Func<Func<object?>, Func<object?>, object?> Apply)
{
    private static readonly Dictionary<string, BinaryOperator> All = new()
    {
        ["or"] = new(10, (left, right) => TemplateValues.Truth(left()) || TemplateValues.Truth(right())),
        ["and"] = new(15, (left, right) => TemplateValues.Truth(left()) && TemplateValues.Truth(right())),
        ["contains"] = Of(20, (left, right) => Contains(left, right)),
        ["=="] = Of(30, (left, right) => TemplateValues.Same(left, right)),
        ["equals"] = Of(30, (left, right) => TemplateValues.Same(left, right)),
        ["!="] = Of(30, (left, right) => !TemplateValues.Same(left, right)),
        [">"] = Of(30, (left, right) => TemplateValues.Compare(left, right) > 0),
        ["<"] = Of(30, (left, right) => TemplateValues.Compare(left, right) < 0),
        [">="] = Of(30, (left, right) => TemplateValues.Compare(left, right) >= 0),
        ["<="] = Of(30, (left, right) => TemplateValues.Compare(left, right) <= 0),
        ["+"] = Of(40, (left, right) => left is string || right is string
            ? TemplateValues.Text(left) + TemplateValues.Text(right)
            : Compute(left, right, (a, b) => a + b, (a, b) => a + b)),
        ["-"] = Of(40, (left, right) => Compute(left, right, (a, b) => a - b, (a, b) => a - b)),
        ["*"] = Of(60, (left, right) => Compute(left, right, (a, b) => a * b, (a, b) => a * b)),
        ["/"] = Of(60, (left, right) => Compute(left, NotZero(right), (a, b) => a / b, (a, b) => a / b)),
        ["%"] = Of(60, (left, right) => Compute(left, NotZero(right), (a, b) => a % b, (a, b) => a % b)),
        ["~"] = Of(110, (left, right) => TemplateValues.Text(left) + TemplateValues.Text(right)),
    };

    public static BinaryOperator? Find(string symbol) => All.GetValueOrDefault(symbol);

    private static BinaryOperator Of(int rank, Func<object?, object?, object?> apply) => new(rank, (left, right) => apply(left(), right()));

    private static object Compute(object? left, object? right, Func<long, long, long> whole, Func<double, double, double> real) =>
        left is long one && right is long other
            ? (object)whole(one, other)
            : real(TemplateValues.Number(left), TemplateValues.Number(right));

    private static object? NotZero(object? value) => value is 0L ? throw new TemplateException("A number is divided by zero.") : value;

    private static bool Contains(object? owner, object? item) => owner switch
    {
        null => false,
        string text => text.Contains(TemplateValues.Text(item), StringComparison.Ordinal),
        _ when TemplateValues.IsMap(owner) =>
            TemplateValues.Items(owner)!.Any(entry => TemplateValues.Same(TemplateValues.Member(entry, "key"), item)),
        _ when TemplateValues.Items(owner) is { } items => items.Any(other => TemplateValues.Same(other, item)),
        _ => throw new TemplateException($"'{TemplateValues.Text(owner)}' is no text, list or map: it contains nothing."),
    };
}
