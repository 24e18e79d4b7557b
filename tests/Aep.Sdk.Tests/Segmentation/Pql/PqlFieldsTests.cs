using Aep.Sdk.Segmentation;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>What a rule reads.</summary>
public sealed class PqlFieldsTests
{
    [Theory]
    [InlineData("_acme.score >= 0.2 and not ($1.person.age = 3)", "_acme.score person.age")]
    [InlineData("homeAddress.stateProvince = workAddress.stateProvince", "homeAddress.stateProvince workAddress.stateProvince")]
    [InlineData("(Profile) => Profile.homeAddress.city = \"a\"", "homeAddress.city")]
    [InlineData("exists E from xEvent where (E.commerce.item.price > 50), I from E.productListItems where I.SKU = \"PS\"",
        "xEvent xEvent.commerce.item.price xEvent.productListItems xEvent.productListItems.SKU")]
    [InlineData("(select E from xEvent where (E.eventType = \"a\")).count() >= 3", "xEvent xEvent.eventType")]
    [InlineData("xEvent[eventType = \"a\" and (timestamp occurs <= 7 days before now)].sum(commerce.order.priceTotal) > 3",
        "commerce.order.priceTotal xEvent xEvent.eventType xEvent.timestamp")]
    [InlineData("CHAIN(xEvent, timestamp, [C0: WHAT(eventType.equals(\"a\", false)) WHEN(< 8 days before now)])",
        "xEvent xEvent.eventType xEvent.timestamp")]
    [InlineData("let S = (sum X.commerce.order.priceTotal over X from xEvent where X.commerce.order.currencyCode = \"USD\") in (S > 100 "
        + "and S < 1000)",
        "xEvent xEvent.commerce.order.currencyCode xEvent.commerce.order.priceTotal")]
    [InlineData("xEvent[productListItems[SKU=\"PS\" or ^^.person.gender=\"female\" or ^eventType = \"a\"]]",
        "person.gender xEvent xEvent.eventType xEvent.productListItems xEvent.productListItems.SKU")]
    [InlineData("people.filter(age >= 21).count() > 1", "people people.age")]
    [InlineData("orders.topN(price, 5).head().sku = \"a\"", "orders orders.price orders.sku")]
    [InlineData("identityMap.get(\"Email\").isNotNull()", "identityMap")]
    [InlineData("1 = 1", "")]
    public void Its_fields_are_found_wherever_they_stand(string rule, string fields) =>
        Assert.Equal(fields, string.Join(' ', PqlFields.Of(Pql.Text(rule)).Paths));

    [Fact]
    public void Segments_are_told_from_fields()
    {
        PqlFields read = PqlFields.Of(Pql.Text("inSegment(\"s1\") and (inSegment(\"s2\") or a = 1)"));
        Assert.Equal(["s1", "s2"], read.Segments);
        Assert.Equal(["a"], read.Paths);
    }

    [Fact]
    public void Both_forms_of_a_rule_read_the_same()
    {
        SegmentExpression text = Pql.Text("exists E from xEvent where (E.a.b = 1) and c.d.isNotNull()");
        Assert.Equal(PqlFields.Of(text).Paths, PqlFields.Of(Pql.ToJson(text)).Paths);
    }
}
