namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary><c>path.exists()</c> and <c>path.isNull()</c>.</summary>
internal sealed record PqlExists(PqlAttribute Attribute, bool Expected) : PqlExpression
{
    public override IEnumerable<PqlAttribute> Attributes => [Attribute];

    public override object? Evaluate(Func<string, object?> attribute) => attribute(Attribute.Path) is not null == Expected;
}
