namespace Aep.Sdk.Schemas;

/// <summary>What differs between two versions of a schema.</summary>
/// <param name="Changes">The differences, in the order of the fields. A field that is new or gone stands for all that it holds.</param>
public sealed record XdmComparison(IReadOnlyList<XdmChange> Changes)
{
    /// <summary>True when nothing differs.</summary>
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>The changes that Experience Platform refuses once the schema is in use.</summary>
    public IEnumerable<XdmChange> Breaking => Changes.Where(change => change.IsBreaking);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(Environment.NewLine, Changes.Select(change => $"{(change.IsBreaking ? "! " : "  ")}{change}"));
}
