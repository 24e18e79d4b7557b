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
    [InlineData("a in [1, 2", "']' is expected", 10)]
    [InlineData("a in [1 2]", "']' is expected before '2'", 8)]
    [InlineData("a = \"open", "not closed", 4)]
    [InlineData("a = 'open\\'", "not closed", 4)]
    [InlineData("a = 1.2.3", "'1.2.3' is not a number", 4)]
    [InlineData("a = 1e", "'1e' is not a number", 4)]
    [InlineData("a = 1 & b", "'&' is not expected", 6)]
    [InlineData("a = 1; b", "';' is not expected", 5)]
    [InlineData("a.shout() > 1", "shout() is not known", 2)]
    [InlineData("a = 1 and b.c.sing(\"x\")", "sing() is not known", 14)]
    [InlineData("a.isNull(1)", "isNull() takes 1 values, not 2", 2)]
    [InlineData("b.startsWith()", "startsWith() takes 2 to 3 values, not 1", 2)]
    [InlineData("b.startsWith(1)", "startsWith needs a text, but this is a number", 13)]
    [InlineData("1 = \"1\"", "cannot compare a number with a text", 2)]
    [InlineData("1 + true = 2", "+ needs a number, but this is true or false", 4)]
    [InlineData("a = 1 and 5", "must be true or false, but this is a number", 10)]
    [InlineData("\"a\"", "must be true or false, but is a text", 0)]
    [InlineData("$2.a = 1", "there is no $2", 0)]
    [InlineData("a in [1, \"b\"] and 1 in [2, \"x\"]", "another type", 27)]
    [InlineData("a.matches(\"(\")", "regular expression is not valid", 10)]
    [InlineData("a occurs < x days before now", "'a whole number' is expected before 'x'", 11)]
    [InlineData("a occurs < 3 fortnights before now", "'a unit of time' is expected before 'fortnights'", 13)]
    [InlineData("a occurs < 3 days beside now", "'before, after or from' is expected before 'beside'", 18)]
    [InlineData("a occurs on date(2026, 2, 30)", "no such date", 12)]
    [InlineData("exists X from 5 where X = 1", "X must come from a list, but this is a number", 14)]
    [InlineData("chain(xEvent, timestamp, [A: WHO(x = 1)])", "'WHAT, WHEN or COUNT' is expected before 'WHO'", 29)]
    [InlineData("a = ^", "a name' is expected", 5)]
    [InlineData("^a = 1", "'^' leads out of the rule", 0)]
    [InlineData("xEvent[items[^^^a = 1]]", "'^^^' leads out of the rule", 13)]
    [InlineData("inSegment(a)", "inSegment() takes the id", 0)]
    public void A_rule_that_cannot_be_read_says_what_is_wrong_and_where(string rule, string says, int position)
    {
        PqlException exception = Assert.Throws<PqlException>(() => Rules.Bind(rule));
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
        PqlException exception =
            Assert.Throws<PqlException>(() => PqlParser.Parse(Repeat(open, 100_000) + "true" + Repeat(close, 100_000)));
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
}
