namespace Aep.Sdk.Schemas;

/// <summary>One difference between two versions of a schema.</summary>
/// <param name="Kind">What has happened.</param>
/// <param name="Path">The field.</param>
/// <param name="Aspect">
/// What of it: <c>type</c>, <c>format</c>, <c>enum</c>, <c>required</c>, … as XDM names it; <c>field</c> for the whole of it.
/// </param>
/// <param name="Before">How it was; null for a new field.</param>
/// <param name="After">How it is; null for one that is gone.</param>
/// <param name="IsBreaking">
/// True when data that fitted before may fit no more. Experience Platform takes no such change once data has been ingested or the schema
/// takes part in Profile.
/// </param>
public sealed record XdmChange(XdmChangeKind Kind, string Path, string Aspect, string? Before, string? After, bool IsBreaking)
{
    /// <summary>The field as it is in the later version; for one that is gone, as it was.</summary>
    internal XdmField Field { get; init; } = null!;

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        XdmChangeKind.Added => $"{Path}: added ({After})",
        XdmChangeKind.Removed => $"{Path}: removed ({Before})",
        _ => $"{Path}: {Aspect} was {Before ?? "(none)"}, becomes {After ?? "(none)"}",
    };
}
