namespace Aep.Sdk.Segmentation;

/// <summary>Profile Query Language expressions: as text, as JSON, or built from conditions.</summary>
public static class Pql
{
    /// <summary>
    /// A rule as PQL text, for example <c>_acme.propensity >= 0.2 and _acme.propensity &lt;= 0.93</c>. Its syntax is checked here, before
    /// it is sent; whether its attributes exist only the service knows.
    /// </summary>
    /// <param name="expression">The rule.</param>
    /// <exception cref="PqlSyntaxException">The rule is no PQL; it says where and what to write instead.</exception>
    public static SegmentExpression Text(string expression)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        PqlParser.Parse(expression);
        return Unchecked(expression);
    }

    /// <summary>A rule as PQL text that is sent as it is, for syntax that <see cref="Text"/> does not know.</summary>
    /// <param name="expression">The rule.</param>
    public static SegmentExpression Unchecked(string expression)
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

    /// <summary>
    /// A rule as PQL/JSON, written here without asking the service. Not all of PQL has a documented JSON form: <c>occurs</c>, aggregations,
    /// <c>let</c>, chains and filters have none. <see cref="SegmentationClient.ConvertAsync"/> lets the service convert.
    /// </summary>
    /// <param name="rule">The rule, in either form.</param>
    /// <exception cref="PqlSyntaxException">The text is no PQL.</exception>
    /// <exception cref="PqlFormatException">A part has no documented JSON form, or the JSON is no rule.</exception>
    public static SegmentExpression ToJson(SegmentExpression rule) => Json(PqlJsonWriter.Write(Tree(rule)));

    /// <summary>A rule as PQL text, written here without asking the service.</summary>
    /// <param name="rule">The rule, in either form.</param>
    /// <exception cref="PqlSyntaxException">The text is no PQL.</exception>
    /// <exception cref="PqlFormatException">The JSON is no rule, or has nodes that are not documented.</exception>
    public static SegmentExpression ToText(SegmentExpression rule) => Text(PqlTextWriter.Write(Tree(rule)));

    internal static PqlNode Tree(SegmentExpression rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentException.ThrowIfNullOrWhiteSpace(rule.Value);
        return rule.Format switch
        {
            "pql/text" => PqlParser.Parse(rule.Value),
            "pql/json" => PqlJsonReader.Read(rule.Value),
            _ => throw new PqlFormatException($"The format {rule.Format} is neither pql/text nor pql/json."),
        };
    }

    /// <summary>An attribute of the profile, to build a condition on.</summary>
    /// <param name="path">Its path, for example <c>_acme.propensity</c>.</param>
    /// <exception cref="PqlSyntaxException">It is no path.</exception>
    public static PqlAttribute Attribute(string path) => new(PqlAttribute.Checked(path));

    /// <summary>An attribute of an experience event, for a condition of <see cref="Events"/>.</summary>
    /// <param name="path">Its path in the event, for example <c>eventType</c>.</param>
    /// <exception cref="PqlSyntaxException">It is no path.</exception>
    public static PqlAttribute EventAttribute(string path) => new($"{PqlEvents.Variable}.{PqlAttribute.Checked(path)}");

    /// <summary>The experience events of a profile that fulfil a condition.</summary>
    /// <param name="condition">The condition, on <see cref="EventAttribute"/>.</param>
    public static PqlEvents Events(PqlCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new PqlEvents(condition);
    }

    /// <summary>The profiles that do not fulfil a condition.</summary>
    /// <param name="condition">The condition.</param>
    public static PqlCondition Not(PqlCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new PqlCondition($"not ({condition})");
    }
}
