namespace Aep.Sdk.Queries;

/// <summary>
/// The order of a listing of Query Service. <c>AsPagesAsync</c> of a listing begins at a value of this field (the service's <c>start</c>),
/// with pages of a size (<c>limit</c>); going backwards from there is the opposite order, which is what the service's <c>isPrevLink</c>
/// asks for.
/// </summary>
/// <param name="Value">The value as AEP writes it: <c>+</c> or <c>-</c> and a field.</param>
public readonly record struct QueryOrder(string Value)
{
    /// <summary>Newest first; what the service does by itself.</summary>
    public static QueryOrder NewestFirst => new("-created");

    /// <summary>Oldest first.</summary>
    public static QueryOrder OldestFirst => new("+created");

    /// <summary>What has changed last first.</summary>
    public static QueryOrder LastUpdatedFirst => new("-updated");

    /// <summary>What has changed last at the end.</summary>
    public static QueryOrder LastUpdatedLast => new("+updated");

    /// <inheritdoc/>
    public override string ToString() => Value ?? NewestFirst.Value;
}
