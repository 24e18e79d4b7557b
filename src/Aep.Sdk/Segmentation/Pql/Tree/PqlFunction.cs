namespace Aep.Sdk.Segmentation;

/// <summary>A function of its own: <c>(Profile) => Profile.age > 20</c>.</summary>
internal sealed record PqlFunction(IReadOnlyList<string> Parameters, PqlNode Body) : PqlNode
{
    public override IEnumerable<PqlNode> Children => [Body];
}
