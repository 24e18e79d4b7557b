namespace Aep.Sdk.Emulator.Segmentation.Pql;

internal sealed record PqlNot(PqlExpression Inner) : PqlExpression
{
    public override IEnumerable<PqlAttribute> Attributes => Inner.Attributes;

    public override object? Evaluate(Func<string, object?> attribute) => !Inner.Matches(attribute);
}
