namespace Aep.Sdk.Segmentation;

/// <summary>
/// Words and nodes in the order of the text, for what the language has and its JSON form does not, as far as it is documented:
/// <c>occurs</c>, aggregations, <c>let</c>, filters in brackets, steps of chains.
/// </summary>
/// <param name="What">What it is, for messages.</param>
/// <param name="Parts">Words (<see cref="PqlWord"/>) and nodes.</param>
internal sealed record PqlPhrase(string What, IReadOnlyList<PqlNode> Parts) : PqlNode
{
    public override IEnumerable<PqlNode> Children => Parts;
}
