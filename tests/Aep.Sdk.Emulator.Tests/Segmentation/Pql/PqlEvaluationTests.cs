namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

public sealed class PqlEvaluationTests
{
    [Theory]
    [InlineData("_t.age = 42", true)]
    [InlineData("_t.age = 41", false)]
    [InlineData("_t.age != 41", true)]
    [InlineData("_t.age != 42", false)]
    [InlineData("_t.age < 42", false)]
    [InlineData("_t.age <= 42", true)]
    [InlineData("_t.age > 42", false)]
    [InlineData("_t.age >= 42", true)]
    [InlineData("42 = _t.age", true)]
    [InlineData("_t.age > orders", true)]
    [InlineData("_t.propensity >= 0.2 and _t.propensity <= 0.93", true)]
    [InlineData("_t.city = \"Basel\"", true)]
    [InlineData("_t.city = \"basel\"", false)]
    [InlineData("_t.city != \"Bern\"", true)]
    [InlineData("_t.city < \"Bern\"", true)]
    [InlineData("_t.city > \"Bern\"", false)]
    [InlineData("_t.city in [\"Bern\", \"Basel\"]", true)]
    [InlineData("_t.city in (\"Bern\", \"Biel\")", false)]
    [InlineData("orders in [1, 2, 1 + 2]", true)]
    [InlineData("_t.member", true)]
    [InlineData("_t.gone", false)]
    [InlineData("_t.member = true", true)]
    [InlineData("_t.gone = false", true)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Comparisons_and_literals(string rule, bool expected) => Assert.Equal(expected, Rules.Matches(rule));

    [Theory]
    [InlineData("true or true and false", true)] // and binds more than or
    [InlineData("(true or true) and false", false)]
    [InlineData("false and true or true", true)]
    [InlineData("false and (true or true)", false)]
    [InlineData("not true or true", true)] // not binds more than or
    [InlineData("not (true or true)", false)]
    [InlineData("not false and false", false)] // and more than and
    [InlineData("not (false and false)", true)]
    [InlineData("not _t.age = 41", true)] // but less than a comparison
    [InlineData("not not true", true)]
    [InlineData("! (_t.city = \"Bern\")", true)]
    [InlineData("!_t.member", false)]
    [InlineData("!(true or true) or true", true)]
    [InlineData("TRUE AND NOT FALSE", true)]
    [InlineData("((((_t.age)) = (42)))", true)]
    [InlineData("_t.age = 40 + 2", true)]
    [InlineData("2 + 2 * 20 = _t.age", true)]
    [InlineData("(2 + 2) * 20 = 80", true)]
    [InlineData("10 - 4 - 3 = 3", true)] // from the left
    [InlineData("80 / 4 / 2 = 10", true)]
    [InlineData("2 * 3 > 5 and 1 < 2", true)]
    public void Precedence_and_parentheses(string rule, bool expected) => Assert.Equal(expected, Rules.Matches(rule));

    [Theory]
    [InlineData("_t.age = 4.2e1", true)]
    [InlineData("_t.age = 420E-1", true)]
    [InlineData("_t.age = 42.0", true)]
    [InlineData("_t.age > -1", true)]
    [InlineData("-_t.age = -42", true)]
    [InlineData("- - 1 = 1", true)]
    [InlineData("0.1 + 0.2 > 0.3", true)] // doubles, as in XDM
    [InlineData("5 -3 = 2", true)]
    [InlineData("1 / 0 = 1", false)]
    [InlineData("1 / 0 > 1 or 1 / 0 < 1", false)]
    public void Numbers(string rule, bool expected) => Assert.Equal(expected, Rules.Matches(rule));

    [Theory]
    [InlineData("""_t.quote = "say \"hi\" \\ 'bye'" """, true)]
    [InlineData("""_t.quote = 'say "hi" \\ \'bye\'' """, true)]
    [InlineData("""_t.quote = "say hi" """, false)]
    [InlineData("""_t.city = 'Basel' """, true)]
    [InlineData("""_t.city = " Basel" """, false)]
    [InlineData("""_t.city != "" """, true)]
    [InlineData("""_t.city = "and" or _t.city = "Basel" """, true)] // a word in quotes is no operator
    public void Texts(string rule, bool expected) => Assert.Equal(expected, Rules.Matches(rule));

    [Theory]
    [InlineData("_t.missing = 1", false)]
    [InlineData("_t.missing != 1", false)]
    [InlineData("_t.missing < 1", false)]
    [InlineData("_t.missing >= 1", false)]
    [InlineData("_t.missing = _t.missing", false)]
    [InlineData("_t.missing in [1, 2]", false)]
    [InlineData("_t.missing", false)]
    [InlineData("not (_t.missing = 1)", true)]
    [InlineData("_t.missing = 1 or _t.member", true)]
    [InlineData("_t.missing + 1 = 1", false)]
    [InlineData("_t.missing.isNull()", true)]
    [InlineData("_t.missing.isNotNull()", false)]
    [InlineData("_t.missing.exists()", false)]
    [InlineData("_t.city.isNull()", false)]
    [InlineData("_t.city.isNotNull()", true)]
    [InlineData("_t.gone.exists() and not _t.gone", true)] // false is a value
    public void What_is_missing_matches_no_comparison(string rule, bool expected) => Assert.Equal(expected, Rules.Matches(rule));

    [Theory]
    [InlineData("_t.city = 42")]
    [InlineData("_t.age = \"42\"")]
    [InlineData("_t.age < \"50\"")]
    [InlineData("_t.member > 0")]
    [InlineData("_t.city + 1 = 1")]
    [InlineData("_t.age")]
    public void Values_of_different_kinds_are_neither_equal_nor_in_order(string rule) => Assert.False(Rules.Matches(rule));
}
