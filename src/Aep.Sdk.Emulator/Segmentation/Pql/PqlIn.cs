namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary><c>value in ["a", "b"]</c>.</summary>
internal sealed record PqlIn(PqlExpression Value, IReadOnlyList<PqlExpression> Items) : PqlExpression
{
    public override IEnumerable<PqlAttribute> Attributes => Value.Attributes.Concat(Items.SelectMany(item => item.Attributes));

    public override object? Evaluate(Func<string, object?> attribute) =>
        Value.Evaluate(attribute) is { } value && Items.Any(item => Equals(item.Evaluate(attribute), value));
}
