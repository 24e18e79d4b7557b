namespace Aep.Sdk.Segmentation;

/// <summary>Whether some (<c>exists</c>) or all (<c>forall</c>) items fulfil a condition.</summary>
internal sealed record PqlQuantification(bool All, IReadOnlyList<PqlDeclaration> Variables) : PqlNode
{
    public override IEnumerable<PqlNode> Children => Variables;
}
