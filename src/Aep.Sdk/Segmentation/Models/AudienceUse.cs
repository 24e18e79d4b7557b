namespace Aep.Sdk.Segmentation;

/// <summary>How an audience is to be used, beyond being selected by its rule.</summary>
public sealed record AudienceUse
{
    /// <summary>
    /// Attributes that leave with the members, for example <c>personalEmail.address</c>: their labels count as those of the rule do.
    /// </summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Whether policies that are drafts count.</summary>
    public bool IncludeDraft { get; init; }
}
