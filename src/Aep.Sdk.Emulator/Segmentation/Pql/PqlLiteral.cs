namespace Aep.Sdk.Emulator.Segmentation.Pql;

internal sealed record PqlLiteral(object? Value) : PqlExpression
{
    public override object? Evaluate(Func<string, object?> attribute) => Value;
}
