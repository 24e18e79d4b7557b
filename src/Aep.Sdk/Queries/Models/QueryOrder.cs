namespace Aep.Sdk.Queries;

/// <summary>The order of a listing of Query Service.</summary>
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
