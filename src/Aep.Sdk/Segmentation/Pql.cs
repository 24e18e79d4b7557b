namespace Aep.Sdk.Segmentation;

/// <summary>Profile Query Language expressions.</summary>
public static class Pql
{
    /// <summary>A rule as PQL text, for example <c>_acme.propensity >= 0.2 and _acme.propensity &lt;= 0.93</c>.</summary>
    /// <param name="expression">The rule.</param>
    public static SegmentExpression Text(string expression)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        return new SegmentExpression("PQL", "pql/text", expression);
    }

    /// <summary>A rule as PQL JSON (the syntax tree).</summary>
    /// <param name="expression">The tree as JSON text.</param>
    public static SegmentExpression Json(string expression)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        return new SegmentExpression("PQL", "pql/json", expression);
    }
}
