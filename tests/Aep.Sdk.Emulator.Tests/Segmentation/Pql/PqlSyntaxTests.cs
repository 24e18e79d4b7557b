using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

public sealed class PqlSyntaxTests
{
    [Theory]
    [InlineData("", "ends too early", 0)]
    [InlineData("   ", "ends too early", 3)]
    [InlineData("a >", "ends too early", 3)]
    [InlineData("a and", "ends too early", 5)]
    [InlineData("not", "ends too early", 3)]
    [InlineData("(a = 1", "')' is expected", 6)]
    [InlineData("(a = 1 b", "')' is expected before 'b'", 7)]
    [InlineData("a = 1)", "')' is not expected", 5)]
    [InlineData("a = 1 2", "'2' is not expected", 6)]
    [InlineData("a = 1 = 2", "'=' is not expected", 6)]
    [InlineData("a == 1", "'=' is not expected", 3)]
    [InlineData("> 1", "'>' is not expected", 0)]
    [InlineData("a in 1", "'[' is expected before '1'", 5)]
    [InlineData("a in []", "']' is not expected", 6)]
    [InlineData("a in [1, 2", "']' is expected", 10)]
    [InlineData("a in [1 2]", "']' is expected before '2'", 8)]
    [InlineData("a = \"open", "not closed", 4)]
    [InlineData("a = 'open\\'", "not closed", 4)]
    [InlineData("a = 1.2.3", "'1.2.3' is not a number", 4)]
    [InlineData("a = 1e", "'1e' is not a number", 4)]
    [InlineData("a = 1 & b", "'&' is not expected", 6)]
    [InlineData("a = 1; b", "';' is not expected", 5)]
    [InlineData("a.count() > 1", "count() is not supported", 0)]
    [InlineData("a = 1 and b.c.startsWith(\"x\")", "startsWith() is not supported", 10)]
    [InlineData("a.isNull(1)", "')' is expected before '1'", 9)]
    public void A_rule_that_cannot_be_read_says_what_is_wrong_and_where(string rule, string says, int position)
    {
        PqlException exception = Assert.Throws<PqlException>(() => PqlParser.Parse(rule));
        Assert.Contains(says, exception.Message);
        Assert.EndsWith($"at position {position}", exception.Message);
        Assert.Equal(position, exception.Position);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("not ", "")]
    [InlineData("- ", "")]
    public void A_rule_that_is_nested_too_deep_is_refused_and_not_the_end_of_the_process(string open, string close)
    {
        static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
        PqlException exception = Assert.Throws<PqlException>(() => PqlParser.Parse(Repeat(open, 100_000) + "true" + Repeat(close, 100_000)));
        Assert.Contains("nested", exception.Message);
        PqlParser.Parse(Repeat(open, 50) + "true" + Repeat(close, 50));
    }

    [Fact]
    public void A_long_rule_is_not_a_deep_one()
    {
        string rule = string.Join(" or ", Enumerable.Range(0, 2000).Select(i => $"_t.age = {i + 100}"));
        Assert.False(Rules.Matches(rule));
        Assert.True(Rules.Matches(rule + " or _t.age = 42"));
    }

    [Fact]
    public void Attributes_are_named_with_their_places()
    {
        PqlExpression rule = PqlParser.Parse("not (_t.a = 1) and b in [c.d, 2] or e.f.isNull()");
        Assert.Equal([("_t.a", 5), ("b", 19), ("c.d", 25), ("e.f", 36)], rule.Attributes.Select(attribute => (attribute.Path, attribute.Position)));
    }
}
