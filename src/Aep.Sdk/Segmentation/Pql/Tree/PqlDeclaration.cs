namespace Aep.Sdk.Segmentation;

/// <summary>A variable that takes the items of a list: <c>E from xEvent where …</c>.</summary>
internal sealed record PqlDeclaration(string Name, PqlNode From, PqlNode? Where) : PqlNode
{
    public override IEnumerable<PqlNode> Children => Where is null ? [From] : [From, Where];
}
