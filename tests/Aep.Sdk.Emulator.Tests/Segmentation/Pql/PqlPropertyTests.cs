using System.Globalization;
using Aep.Sdk.Emulator.Segmentation.Pql;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

/// <summary>Random trees of comparisons: the parsed rule must say what plain C# says.</summary>
public sealed class PqlPropertyTests
{
    private static readonly string[] Symbols = ["=", "!=", "<", "<=", ">", ">="];

    // Few values, so that equality is as frequent as order.
    private static readonly Gen<double?> Value = Gen.OneOf(Gen.Int[-3, 3].Select(i => (double?)(i / 2d)), Gen.Const((double?)null));

    private static readonly Gen<(double? A, double? B)> People = Gen.Select(Value, Value);

    /// <summary>A rule's text, its meaning, and how tightly it binds: 0 or, 1 and, 2 not, 3 comparison.</summary>
    private sealed record Rule(string Text, Func<double?, double?, bool> Meaning, int Binding)
    {
        // Parentheses only where the grammar needs them: that is what tests precedence.
        public string Inside(int binding) => Binding < binding ? $"({Text})" : Text;
    }

    private static readonly Gen<Rule> Comparison =
        Gen.Select(Gen.Bool, Gen.OneOf(Symbols), Gen.Int[-3, 3], Gen.Bool).Select((first, symbol, number, flipped) =>
        {
            double literal = number / 2d;
            string attribute = first ? "_t.a" : "b", text = literal.ToString(CultureInfo.InvariantCulture);
            return new Rule(
                flipped ? $"{text} {symbol} {attribute}" : $"{attribute} {symbol} {text}",
                (a, b) => (first ? a : b) is { } value && (flipped ? Holds(symbol, literal, value) : Holds(symbol, value, literal)),
                3);
        });

    private static readonly Gen<Rule> Any = Gen.Recursive<Rule>((depth, inner) => depth > 5 ? Comparison : Gen.OneOf(
        Comparison,
        inner.Select(rule => new Rule($"not {rule.Inside(2)}", (a, b) => !rule.Meaning(a, b), 2)),
        Gen.Select(inner, inner).Select((left, right) =>
            new Rule($"{left.Inside(1)} and {right.Inside(2)}", (a, b) => left.Meaning(a, b) && right.Meaning(a, b), 1)),
        Gen.Select(inner, inner).Select((left, right) =>
            new Rule($"{left.Text} or {right.Inside(1)}", (a, b) => left.Meaning(a, b) || right.Meaning(a, b), 0))));

    [Fact]
    public void A_rule_means_what_its_tree_means() => Gen.Select(Any, People.Array[20]).ForAll((rule, people) =>
    {
        PqlRule parsed = Rules.Bind(rule.Text);
        foreach ((double? a, double? b) in people)
        {
            var person = new Dictionary<string, object?> { ["_t"] = new Dictionary<string, object?> { ["a"] = a }, ["b"] = b };
            bool actual = parsed.Matches(new PqlSubject(person, Rules.Now));
            Assert.True(
                rule.Meaning(a, b) == actual, string.Create(CultureInfo.InvariantCulture, $"{rule.Text} with a={a}, b={b} is {actual}"));
        }
    }, iter: 3000);

    [Fact]
    public void A_rule_keeps_its_meaning_through_its_other_forms() => Any.ForAll(rule =>
    {
        PqlNode node = PqlParser.Parse(rule.Text);
        string json = PqlJsonWriter.Write(node), text = PqlTextWriter.Write(PqlJsonReader.Parse(json));
        Assert.Equal(json, PqlJsonWriter.Write(PqlParser.Parse(text)));
    });

    [Fact]
    public void A_text_comes_back_through_its_escapes() => Gen.Select(Gen.String, Gen.OneOf('"', '\'')).ForAll((text, quote) =>
    {
        string escaped = text.Replace("\\", "\\\\").Replace($"{quote}", $"\\{quote}");
        Assert.True(Rules.Matches($"a = {quote}{escaped}{quote}", new() { ["a"] = text }));
        Assert.False(Rules.Matches($"a = {quote}{escaped}{quote}", new() { ["a"] = text + "x" }));
    });

    [Fact]
    public void Whatever_the_text_the_parser_answers_or_says_where_it_is_wrong() =>
        Gen.OneOf("a", "_t.b", "1", "1.5", "\"x\"", "(", ")", "and", "or", "not", "!", "=", "!=", "<", "in", "[", "]", ",", "-", "*",
            ".isNull()", "#", "select X from xEvent where", "occurs", "< 3 days before now", "$1", "=>", "let S =").Array[0,
                12].ForAll(words =>
        {
            string rule = string.Join(' ', words);
            try
            {
                Rules.Matches(rule, new() { ["a"] = 1d });
            }
            catch (PqlException exception)
            {
                Assert.InRange(exception.Position, 0, rule.Length);
            }
        });

    private static bool Holds(string symbol, double left, double right) => symbol switch
    {
        "=" => left == right,
        "!=" => left != right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    };
}
