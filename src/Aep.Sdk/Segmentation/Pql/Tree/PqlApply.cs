namespace Aep.Sdk.Segmentation;

/// <summary>A function or an operator with its arguments.</summary>
/// <param name="Function">The function's name or the operator's symbol.</param>
/// <param name="Arguments">The arguments; of a function that stands after a dot, the first is what stands before it.</param>
internal sealed record PqlApply(string Function, IReadOnlyList<PqlNode> Arguments) : PqlNode
{
    /// <summary>Whether it is written after a dot; null where the tree does not say, as in JSON.</summary>
    public bool? AfterDot { get; init; }

    public override IEnumerable<PqlNode> Children => Arguments;
}
