using System.Globalization;

namespace Aep.Sdk.Segmentation;

/// <summary>An attribute that conditions are built on. Values become literals, so that none of them can change the rule.</summary>
public sealed class PqlAttribute
{
    private readonly string _path;

    internal PqlAttribute(string path) => _path = path;

    /// <summary>The attribute has this value.</summary>
    /// <param name="value">A string, a boolean or a number.</param>
    public PqlCondition EqualTo(PqlValue value) => Compare("=", value);

    /// <summary>The attribute has another value.</summary>
    /// <param name="value">A string, a boolean or a number.</param>
    public PqlCondition NotEqualTo(PqlValue value) => Compare("!=", value);

    /// <summary>The attribute is greater.</summary>
    /// <param name="value">The bound, not included.</param>
    public PqlCondition GreaterThan(PqlValue value) => Compare(">", value);

    /// <summary>The attribute is greater or equal.</summary>
    /// <param name="value">The bound, included.</param>
    public PqlCondition AtLeast(PqlValue value) => Compare(">=", value);

    /// <summary>The attribute is less.</summary>
    /// <param name="value">The bound, not included.</param>
    public PqlCondition LessThan(PqlValue value) => Compare("<", value);

    /// <summary>The attribute is less or equal.</summary>
    /// <param name="value">The bound, included.</param>
    public PqlCondition AtMost(PqlValue value) => Compare("<=", value);

    /// <summary>The attribute lies between two bounds, both included.</summary>
    /// <param name="from">The lower bound.</param>
    /// <param name="to">The upper bound.</param>
    public PqlCondition Between(PqlValue from, PqlValue to) => new($"{_path} >= {from} and {_path} <= {to}", "and");

    /// <summary>The attribute has one of these values.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public PqlCondition In(params PqlValue[] values) => Among("in", values);

    /// <summary>The attribute has a value, and none of these.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public PqlCondition NotIn(params PqlValue[] values) => Among("notIn", values);

    /// <summary>The attribute starts with a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="caseSensitive">Whether capitals count.</param>
    public PqlCondition StartsWith(string text, bool caseSensitive = true) => Call("startsWith", text, caseSensitive);

    /// <summary>The attribute ends with a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="caseSensitive">Whether capitals count.</param>
    public PqlCondition EndsWith(string text, bool caseSensitive = true) => Call("endsWith", text, caseSensitive);

    /// <summary>The attribute contains a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="caseSensitive">Whether capitals count.</param>
    public PqlCondition Contains(string text, bool caseSensitive = true) => Call("contains", text, caseSensitive);

    /// <summary>The attribute has no value.</summary>
    public PqlCondition IsNull() => new($"{_path}.isNull()");

    /// <summary>The attribute has a value.</summary>
    public PqlCondition IsNotNull() => new($"{_path}.isNotNull()");

    /// <summary>The date is before a day.</summary>
    /// <param name="day">The day.</param>
    public PqlCondition Before(DateOnly day) => new($"{_path} occurs before {(PqlValue)day}");

    /// <summary>The date is after a day.</summary>
    /// <param name="day">The day.</param>
    public PqlCondition After(DateOnly day) => new($"{_path} occurs after {(PqlValue)day}");

    /// <summary>The date lies at most so far back from now.</summary>
    /// <param name="amount">How many units.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public PqlCondition InLast(int amount, PqlTimeUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        string word = unit.ToString().ToLowerInvariant();
        return new PqlCondition(string.Create(CultureInfo.InvariantCulture, $"{_path} occurs <= {amount} {word} before now"));
    }

    internal static string Checked(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        PqlParser.CheckPath(path);
        return path;
    }

    private PqlCondition Compare(string symbol, PqlValue value) => new($"{_path} {symbol} {value}");

    private PqlCondition Call(string function, string text, bool caseSensitive) =>
        new($"{_path}.{function}({(PqlValue)text}, {(PqlValue)caseSensitive})");

    private PqlCondition Among(string word, PqlValue[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0) throw new ArgumentException("Give at least one value.", nameof(values));
        return new PqlCondition($"{_path} {word} [{string.Join(", ", values)}]");
    }
}
