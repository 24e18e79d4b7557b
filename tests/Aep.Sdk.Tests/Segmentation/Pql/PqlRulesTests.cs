using Aep.Sdk.Segmentation;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>What <see cref="Pql.Text"/> lets through and what it refuses.</summary>
public sealed class PqlRulesTests
{
    [Theory]
    [InlineData("homeAddress.stateProvince = workAddress.stateProvince")]
    [InlineData("$1.homeAddress.stateProvince = $1.homeAddress.stateProvince")]
    [InlineData("(Profile) => Profile.homeAddress.stateProvince = Profile.workAddress.stateProvince")]
    [InlineData("homeAddress.countryISO = \"CA\" and person.birthYear = 1985 or not (a = -51.24)")]
    [InlineData("if (homeAddress.countryISO = \"CA\", 1, 2)")]
    [InlineData("person.birthMonth notIn [3, 6, 9]")]
    [InlineData("person1.favoriteColors.intersection(person2.favoriteColors) = [\"red\", \"blue\", \"green\"]")]
    [InlineData("person.orders.storeId.distinct().count() > 1")]
    [InlineData("person.filter(age >= 21)")]
    [InlineData("orders.topN(price, 5).head()")]
    [InlineData("city like \"%es%\"")]
    [InlineData("person.name.matches(\"(?i)^John\")")]
    [InlineData("emailAddress.regexGroup(\"@(\\w+)\", 1)")]
    [InlineData("person.birthMonth = currentMonth()")]
    [InlineData("person.birthday.getYear() in [1991, 1992]")]
    [InlineData("product.saleDate occurs last week")]
    [InlineData("product.saleDate occurs between date(2015, 1, 8) and date(2017, 7, 1)")]
    [InlineData("product.saleDate occurs = 3 hours before now")]
    [InlineData("timestamp occurs on date(2019,12,31)")]
    [InlineData("X.timestamp occurs before today")]
    [InlineData("exists E from xEvent where (E.commerce.item.price > 50), I from E.productListItems where I.SKU = \"PS\"")]
    [InlineData("forall E from xEvent : (E.commerce.item.price > 50)")]
    [InlineData(
        "let S = (sum X.commerce.order.priceTotal over X from xEvent where X.commerce.order.currencyCode = \"USD\") in (S > 100 and S < "
            + "1000)")]
    [InlineData("identityMap.get(\"example@example.com\")")]
    [InlineData("CHAIN(xEvent, timestamp, [C0: WHAT(eventType.equals(\"a\", false)) WHEN(< 8 days before now)])")]
    [InlineData("xEvent[eventType = \"a\"].count() >= 3")]
    [InlineData("count in [1, 2] and min = 3")]
    public void Documented_rules_pass_as_they_are(string rule) =>
        Assert.Equal(new SegmentExpression("PQL", "pql/text", rule), Pql.Text(rule));

    [Theory]
    [InlineData("a == 1", 2, "Write =")]
    [InlineData("a = 1 && b = 2", 6, "Write and")]
    [InlineData("a = 1 || b = 2", 6, "Write or")]
    [InlineData("a <> 1", 2, "Write !=")]
    [InlineData("a = 'CA'", 4, "double quotes")]
    [InlineData("a = \u201cCA\u201d", 4, "straight")]
    [InlineData("a = 1;", 5, "semicolon")]
    [InlineData("a = \"CA", 4, "Close it")]
    [InlineData("a = \"CA\\\"", 4, "Close it")]
    [InlineData("a # 1", 2, "double quotes")]
    [InlineData("a = 1e5", 5, "exponent")]
    [InlineData("a = 12abc", 6, "double quotes")]
    [InlineData("a =", 3, "literal")]
    [InlineData("= 1", 0, "literal")]
    [InlineData("a = 1 and", 9, "literal")]
    [InlineData("and a = 1", 0, "literal")]
    [InlineData("a = 1 or or b = 2", 9, "literal")]
    [InlineData("a = 1 b = 2", 6, "Join conditions")]
    [InlineData("a = 1 = 2", 6, "Join them by and")]
    [InlineData("0 < a < 1", 6, "Join them by and")]
    [InlineData("(a = 1", 6, "must be closed")]
    [InlineData("a = 1)", 5, "Remove it")]
    [InlineData("a = 1]", 5, "Remove it")]
    [InlineData("()", 1, "literal")]
    [InlineData("a in [1, 2", 10, "close the bracket")]
    [InlineData("a in [1,, 2]", 8, "literal")]
    [InlineData("a in [1 2]", 8, "commas")]
    [InlineData("a.equals(\"b\"", 12, "close the parenthesis")]
    [InlineData("a.equals(1 2)", 11, "commas")]
    [InlineData("a. = 1", 3, "follows a dot")]
    [InlineData("a.1 = 1", 2, "follows a dot")]
    [InlineData("a..b = 1", 2, "follows a dot")]
    [InlineData("a is null", 2, "isNull()")]
    [InlineData("a between 1 and 2", 2, ">= low")]
    [InlineData("a not in [1]", 2, "notIn")]
    [InlineData("a[] = 1", 2, "literal")]
    [InlineData("t occurs < days before now", 11, "3 days")]
    [InlineData("t occurs < 3 fortnights before now", 13, "day, week")]
    [InlineData("t occurs < 3 days", 17, "before now")]
    [InlineData("t occurs last", 13, "day, week")]
    [InlineData("t occurs between today", 22, "TIME and TIME")]
    [InlineData("t occurs", 8, "literal")]
    [InlineData("exists X in xEvent", 9, "from ARRAY")]
    [InlineData("exists X from xEvent where", 26, "literal")]
    [InlineData("xEvent[a = ^]", 12, "further out")]
    [InlineData("sum X.price from xEvent", 12, "over X")]
    [InlineData("let S 5 in S > 1", 6, "let NAME")]
    public void Wrong_rules_are_refused_with_the_place_and_a_hint(string rule, int position, string hint)
    {
        PqlSyntaxException wrong = Assert.Throws<PqlSyntaxException>(() => Pql.Text(rule));
        Assert.Equal(position, wrong.Position);
        Assert.Contains(hint, wrong.Hint, StringComparison.Ordinal);
        Assert.Contains($"character {position + 1}:", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(rule, Pql.Unchecked(rule).Value);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("sum ", " over X from y")]
    [InlineData("exists X from ", "")]
    public void Deep_nesting_is_refused_instead_of_ending_the_process(string open, string close)
    {
        string rule = string.Concat(Enumerable.Repeat(open, 100_000)) + "a" + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.Contains("nested", Assert.Throws<PqlSyntaxException>(() => Pql.Text(rule)).Message, StringComparison.Ordinal);
    }
}
