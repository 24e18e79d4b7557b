namespace Aep.Sdk.Segmentation;

/// <summary>A node of the tree of a rule. Text and JSON are two ways to write the same tree.</summary>
internal abstract record PqlNode
{
    /// <summary>Where it begins in the text, in characters before it; null where the tree was not read from text.</summary>
    public int? Start { get; init; }

    /// <summary>What it consists of, in the order of the text.</summary>
    public virtual IEnumerable<PqlNode> Children => [];
}
