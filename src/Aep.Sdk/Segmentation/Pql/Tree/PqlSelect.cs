namespace Aep.Sdk.Segmentation;

/// <summary>The items that fulfil a condition.</summary>
internal sealed record PqlSelect(IReadOnlyList<PqlDeclaration> Variables) : PqlNode
{
    public override IEnumerable<PqlNode> Children => Variables;
}
