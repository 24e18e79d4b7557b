namespace Aep.Sdk.Segmentation;

/// <summary>A field of an object.</summary>
internal sealed record PqlLookup(PqlNode Object, string Field) : PqlNode
{
    public override IEnumerable<PqlNode> Children => [Object];
}
