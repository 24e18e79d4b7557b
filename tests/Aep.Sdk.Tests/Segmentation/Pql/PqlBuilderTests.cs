using Aep.Sdk.Segmentation;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>Rules built from conditions.</summary>
public sealed class PqlBuilderTests
{
    private static readonly PqlAttribute Propensity = Pql.Attribute("_acme.propensity");

    [Fact]
    public void A_rule_is_built_from_conditions()
    {
        PqlCondition rule = Propensity.Between(0.2, 0.93).And(Pql.Attribute("country").In("US", "CA").Or(Pql.Attribute("age").IsNull()));
        Assert.Equal(
            "_acme.propensity >= 0.2 and _acme.propensity <= 0.93 and (country in [\"US\", \"CA\"] or age.isNull())",
            rule.ToExpression().Value);
    }

    [Fact]
    public void Events_are_counted_in_a_window_of_time()
    {
        PqlEvents visits = Pql.Events(Pql.EventAttribute("eventType").EqualTo("web.visit")).InLast(7, PqlTimeUnit.Days);
        const string Condition = "E.eventType = \"web.visit\" and E.timestamp occurs <= 7 days before now";
        Assert.Equal($"(select E from xEvent where ({Condition})).count() >= 3", visits.AtLeast(3).ToExpression().Value);
        Assert.Equal($"(exists E from xEvent where ({Condition})) and a = true",
            visits.Exist().And(Pql.Attribute("a").EqualTo(true)).ToExpression().Value);
    }

    [Fact]
    public void A_date_is_compared_by_day() =>
        Assert.Equal("birth occurs before date(2001, 2, 3)", Pql.Attribute("birth").Before(new DateOnly(2001, 2, 3)).ToExpression().Value);

    [Theory]
    [InlineData("")]
    [InlineData("a = 1 or b")]
    [InlineData("a.")]
    public void A_path_cannot_carry_a_condition(string path) => Assert.ThrowsAny<Exception>(() => Pql.Attribute(path));

    [Fact]
    public void Any_string_stays_one_literal() =>
        Gen.String.ForAll(text =>
        {
            List<PqlToken> tokens = PqlLexer.Read(((PqlValue)text).ToString());
            Assert.Equal([PqlTokenKind.Text, PqlTokenKind.End], tokens.Select(token => token.Kind));
        });

    [Fact]
    public void Any_number_keeps_its_value() =>
        Gen.Double[-1e12, 1e12].Where(value => Math.Abs(value) > 1e-9).ForAll(value =>
            Assert.Equal(value, double.Parse(((PqlValue)value).ToString(), System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Any_combination_is_a_valid_rule() =>
        Conditions(4).ForAll(condition => Assert.Equal(condition.ToString(), condition.ToExpression().Value), iter: 500);

    [Fact]
    public void A_long_chain_does_not_nest()
    {
        PqlCondition chain = Enumerable.Range(0, 2000).Select(value => Propensity.EqualTo(value)).Aggregate((all, next) => all.Or(next));
        Assert.DoesNotContain("(", chain.ToExpression().Value, StringComparison.Ordinal);
    }

    private static Gen<PqlCondition> Conditions(int depth)
    {
        Gen<PqlCondition> leaf = Gen.OneOf(
            Gen.String.Select(text => Propensity.StartsWith(text)), Gen.Long.Select(value => Propensity.NotEqualTo(value)),
            Gen.Int[0, 99].Select(days => Pql.Attribute("t").InLast(days, PqlTimeUnit.Hours)),
                Gen.Double[-1, 1].Select(value => Propensity.Between(value, 1)));
        if (depth == 0) return leaf;
        Gen<PqlCondition> inner = Conditions(depth - 1);
        return Gen.OneOf(
            leaf, inner.Select(Pql.Not), Gen.Select(inner, inner).Select((a, b) => a.And(b)), Gen.Select(inner, inner)
                .Select((a, b) => a.Or(b)),
            Gen.Select(inner, Gen.Int[1, 9]).Select((condition, count) => Pql.Events(condition).AtLeast(count)),
                inner.Select(condition => Pql.Events(condition).Exist()));
    }
}
