namespace Aep.Sdk.Segmentation;

/// <summary>A list: <c>["US", "CA"]</c>.</summary>
internal sealed record PqlList(IReadOnlyList<PqlNode> Items) : PqlNode
{
    public override IEnumerable<PqlNode> Children => Items;
}
