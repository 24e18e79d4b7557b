namespace Aep.Sdk.Emulator.Segmentation.Pql;

internal sealed record PqlAttribute(string Path, int Position) : PqlExpression
{
    public override IEnumerable<PqlAttribute> Attributes => [this];

    public override object? Evaluate(Func<string, object?> attribute) => attribute(Path);
}
