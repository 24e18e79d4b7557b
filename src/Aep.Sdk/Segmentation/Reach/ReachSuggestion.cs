namespace Aep.Sdk.Segmentation;

/// <summary>An interval of scores that makes an audience.</summary>
/// <param name="Reason">Why just this one, in a few words.</param>
/// <param name="From">The lowest score, included.</param>
/// <param name="To">The highest score, included; null for no upper bound.</param>
/// <param name="Reach">How many are in it.</param>
public sealed record ReachSuggestion(string Reason, double From, double? To, long Reach)
{
    /// <summary>How many of those in it turned out right, as a share; null without labels.</summary>
    public double? Precision { get; init; }

    /// <summary>How many of those that turned out right are in it, as a share; null without labels.</summary>
    public double? Recall { get; init; }

    /// <summary>The harmonic mean of precision and recall; null without labels.</summary>
    public double? F1 => Precision is { } precision && Recall is { } recall
        ? precision + recall > 0 ? 2 * precision * recall / (precision + recall)
        : 0 : null;

    /// <summary>The rule for an attribute; its text is PQL.</summary>
    /// <param name="attribute">Path of the attribute that holds the score, for example <c>_acme.propensity</c>.</param>
    /// <exception cref="PqlSyntaxException">It is no path.</exception>
    public PqlCondition ToRule(string attribute) =>
        To is { } to ? Pql.Attribute(attribute).Between(From, to) : Pql.Attribute(attribute).AtLeast(From);
}
