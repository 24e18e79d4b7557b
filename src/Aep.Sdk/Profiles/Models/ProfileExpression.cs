namespace Aep.Sdk.Profiles;

/// <summary>An expression over profiles and events.</summary>
/// <param name="Value">The expression, for example <c>xEvent[commerce.purchases.value &gt; 0].count()</c>.</param>
public sealed record ProfileExpression(string Value)
{
    /// <summary>Language.</summary>
    public string Type { get; init; } = "PQL";

    /// <summary>Form of the value.</summary>
    public string Format { get; init; } = "pql/text";
}
