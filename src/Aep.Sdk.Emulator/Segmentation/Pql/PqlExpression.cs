namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>A parsed rule. Attribute values are double, string, bool, or null where a profile has none.</summary>
internal abstract record PqlExpression
{
    public abstract object? Evaluate(Func<string, object?> attribute);

    /// <summary>All attribute paths of the rule, with where they stand.</summary>
    public virtual IEnumerable<PqlAttribute> Attributes => [];

    public bool Matches(Func<string, object?> attribute) => Evaluate(attribute) is true;
}
