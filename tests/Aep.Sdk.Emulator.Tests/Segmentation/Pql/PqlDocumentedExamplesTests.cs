using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

/// <summary>The example of each function on the pages of help/segmentation/pql/, asked of persons for whom the answer is known.</summary>
public sealed class PqlDocumentedExamplesTests
{
    private const string Person = """
        {
          "homeAddress": { "countryISO": "CA", "stateProvince": "ON" }, "workAddress": { "stateProvince": "ON", "country": "US" },
          "city": "Dresden", "emailAddress": "joe2010@gmail.com", "numbers": [1, 2, 3],
          "person": {
            "name": "Joe John", "emailAddress": "joe2010@gmail.com", "birthMonth": 3, "birthYear": 1985, "birthDay": 18, "age": 40,
            "birthday": "1994-03-15T08:00:00Z", "birthdate": "1994-06-15T00:00:00Z", "favoriteColors": ["red", "green", "blue"],
            "favoriteCities": ["Rome"], "visitedCities": ["Oslo", "Rome"], "eatenFoods": ["pizza", "sushi", "soup"],
            "homeAddress": { "street": "x" }, "orders": [{ "storeId": "a" }, { "storeId": "b" }, { "storeId": "a" }]
          },
          "person1": { "favoriteColors": ["blue", "red", "green", "pink"] }, "person2": { "favoriteColors": ["red", "green", "blue", "grey"] },
          "people": [{ "age": 20 }, { "age": 21 }, { "age": 50 }],
          "orders": [
            { "storeId": "a", "price": 5, "order": { "price": 5 } }, { "storeId": "b", "price": 30, "order": { "price": 30 } },
            { "storeId": "a", "price": 10, "order": { "price": 10 } }
          ],
          "identityMap": { "example@example.com": [{ "id": "1" }], "ecid": [{ "id": "2" }] },
          "product1": { "price": 3 }, "product2": { "price": 4 }, "totalProduct": { "price": 90, "sold": 30 },
          "product": { "inventory": 6, "price": 7, "saleYear": 2026, "sale": "2026-03-14T00:00:00Z", "saleDate": "2026-03-11T12:00:00Z" }
        }
        """;

    [Theory]
    [InlineData("homeAddress.countryISO = \"CA\" and person.birthYear = 1985", true)]
    [InlineData("homeAddress.countryISO = \"CH\" or person.birthYear = 1985", true)]
    [InlineData("not (homeAddress.countryISO = \"CA\")", false)]
    [InlineData("!(homeAddress.countryISO = \"CA\")", false)]
    [InlineData("if (homeAddress.countryISO = \"CA\", 1, 2) = 1", true)]
    [InlineData("homeAddress.countryISO = \"CA\"", true)]
    [InlineData("homeAddress.countryISO != \"CA\"", false)]
    [InlineData("person.birthMonth > 2", true)]
    [InlineData("person.birthMonth >= 3", true)]
    [InlineData("person.birthMonth < 2", false)]
    [InlineData("person.birthMonth <= 2", false)]
    [InlineData("product1.price + product2.price = 7", true)]
    [InlineData("product.inventory * product.price = 42", true)]
    [InlineData("product1.price - product2.price = -1", true)]
    [InlineData("totalProduct.price / totalProduct.sold = 3", true)]
    [InlineData("person.age % 5 = 0", true)]
    [InlineData("city like \"%es%\"", true)]
    [InlineData("city like \"_res%\"", true)]
    [InlineData("city like \"es%\"", false)]
    [InlineData("person.name.startsWith(\"Joe\")", true)]
    [InlineData("person.name.startsWith(\"joe\")", false)]
    [InlineData("person.name.startsWith(\"joe\", false)", true)]
    [InlineData("person.name.doesNotStartWith(\"Joe\")", false)]
    [InlineData("person.emailAddress.endsWith(\".com\")", true)]
    [InlineData("person.emailAddress.doesNotEndWith(\".com\")", false)]
    [InlineData("person.emailAddress.contains(\"2010@gm\")", true)]
    [InlineData("person.emailAddress.doesNotContain(\"2010@gm\")", false)]
    [InlineData("person.name.equals(\"John\")", false)]
    [InlineData("person.name.equals(\"joe john\", false)", true)]
    [InlineData("person.name.notEqualTo(\"John\")", true)]
    [InlineData("person.name.matches(\"(?i)^john\")", false)]
    [InlineData("person.name.matches(\"(?i)^joe\")", true)]
    [InlineData("emailAddress.regexGroup(\"@(\\w+)\", 1) = \"gmail\"", true)]
    [InlineData("person.birthMonth in [3, 6, 9]", true)]
    [InlineData("person.birthMonth notIn [3, 6, 9]", false)]
    [InlineData("person.nothing notIn [3, 6, 9]", false)]
    [InlineData("person.favoriteColors.intersects([\"red\", \"blue\", \"green\"])", true)]
    [InlineData("person1.favoriteColors.intersection(person2.favoriteColors) = [\"red\", \"blue\", \"green\"]", true)]
    [InlineData("person.favoriteCities.subsetOf(person.visitedCities)", true)]
    [InlineData("person.eatenFoods.supersetOf([\"sushi\", \"pizza\"])", true)]
    [InlineData("person.favoriteColors.includes(\"red\")", true)]
    [InlineData("person.orders.storeId.distinct().count() > 1", true)]
    [InlineData("orders.groupBy(storeId).keys() = [\"a\", \"b\"]", true)]
    [InlineData("people.filter(age >= 21).count() = 2", true)]
    [InlineData("numbers.map(square) = [1, 4, 9]", true)]
    [InlineData("numbers.map((N) => N * N) = [1, 4, 9]", true)]
    [InlineData("orders.topN(price, 2).price = [30, 10]", true)]
    [InlineData("orders.bottomN(price, 2).price = [5, 10]", true)]
    [InlineData("orders.topN(price, 5).head().price = 30", true)]
    [InlineData("orders.count() = 3", true)]
    [InlineData("orders.sum(order.price) = 45", true)]
    [InlineData("orders.average(order.price) = 15", true)]
    [InlineData("orders.min(order.price) = 5", true)]
    [InlineData("orders.max(order.price) = 30", true)]
    [InlineData("identityMap.get(\"example@example.com\").count() = 1", true)]
    [InlineData("identityMap.keys() = [\"ecid\", \"example@example.com\"]", true)]
    [InlineData("identityMap.values().count() = 2", true)]
    [InlineData("person.homeAddress.isNull()", false)]
    [InlineData("person.homeAddress.isNotNull()", true)]
    [InlineData("person.birthMonth = currentMonth()", true)]
    [InlineData("person.birthdate.getMonth() = 6", true)]
    [InlineData("product.saleYear = currentYear()", true)]
    [InlineData("person.birthday.getYear() in [1991, 1992, 1993, 1994, 1995]", true)]
    [InlineData("person.birthDay = currentDayOfMonth()", true)]
    [InlineData("product.sale.getDayOfMonth() <= 15", true)]
    [InlineData("product.saleDate occurs last week", true)]
    [InlineData("product.saleDate occurs between date(2015, 1, 8) and date(2017, 7, 1)", false)]
    [InlineData("homeAddress.stateProvince = workAddress.stateProvince", true)]
    [InlineData("$1.homeAddress.stateProvince = $1.workAddress.stateProvince", true)]
    [InlineData("(Profile) => Profile.homeAddress.stateProvince = Profile.workAddress.stateProvince", true)]
    [InlineData("orders.groupBy(storeId).map((K, G) => mapEntry(K, G.count())).get(\"a\") = 2", true)]
    public void Functions_of_a_profile(string rule, bool expected)
    {
        Assert.Equal(expected, Rules.Matches(rule, Documents.Parse(Person)));
        // The same through the other two forms.
        PqlNode node = PqlParser.Parse(PqlTextWriter.Write(PqlJsonReader.Parse(PqlJsonWriter.Write(PqlParser.Parse(rule)))));
        Assert.Equal(
            expected, PqlRule.BindCondition(node, PqlType.Any, PqlType.Any).Matches(new PqlSubject(Documents.Parse(Person), Rules.Now)));
    }

    private static readonly string[] History =
    [
        """{ "timestamp": "2026-03-01T10:00:00Z", "eventType": "addToCart", "product": "p", "commerce": { "item": { "price": 60 }, "order": { "priceTotal": 150, "currencyCode": "USD" } }, "productListItems": [{ "SKU": "PS" }] }""",
        """{ "timestamp": "2026-03-16T10:00:00Z", "eventType": "homePageView", "product": "q", "commerce": { "item": { "price": 10 }, "order": { "priceTotal": 40, "currencyCode": "EUR" } }, "productListItems": [{ "SKU": "XX" }] }""",
        """{ "timestamp": "2026-03-18T08:00:00Z", "eventType": "addToCart", "product": "p", "commerce": { "item": { "price": 70 }, "order": { "priceTotal": 250, "currencyCode": "USD" } } }""",
        """{ "timestamp": "2026-03-18T09:00:00Z", "eventType": "commerce.checkouts", "product": "p" }""",
    ];

    [Theory]
    [InlineData("exists E from xEvent where (E.commerce.item.price > 50), I from E.productListItems where I.SKU = \"PS\"", true)]
    [InlineData("exists E from xEvent where (E.commerce.item.price > 60), I from E.productListItems where I.SKU = \"PS\"", false)]
    [InlineData("exists E from xEvent : E.eventType = \"homePageView\"", true)]
    [InlineData("forall E from xEvent where (E.commerce.item.price > 50), I from E.productListItems where I.SKU = \"PS\"", false)]
    [InlineData("forall E from xEvent where E.timestamp occurs this year", true)]
    [InlineData(
        "let S = (sum X.commerce.order.priceTotal over X from xEvent where X.commerce.order.currencyCode = \"USD\") in (S > 100 and S < 1000)", true)]
    [InlineData(
        "let S = (sum X.commerce.order.priceTotal over X from xEvent where X.commerce.order.currencyCode = \"EUR\") in (S > 100 and S < 1000)", false)]
    [InlineData("chain(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\")])", true)]
    [InlineData("not(chain(xEvent, timestamp, [A: WHAT(eventType = \"homePageView\")]))", false)]
    [InlineData("chain(xEvent, timestamp, [X: WHAT(eventType = \"homePageView\") WHEN(< 8 days before now)])", true)]
    [InlineData("chain(xEvent, timestamp, [X: WHAT(eventType = \"homePageView\") WHEN(< 24 hours before now)])", false)]
    [InlineData("chain(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\") WHEN(< 24 hours before now) COUNT(2) ] )", false)]
    [InlineData("chain(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\") WHEN(< 30 days before now) COUNT(2) ] )", true)]
    [InlineData("CHAIN(xEvent, timestamp, [C0: WHAT(eventType.equals(\"commerce.checkouts\", false)) WHEN(<= 24 hours before now)])", true)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [C0: WHAT(eventType.equals(\"addToCart\", false)) WHEN(today), C1: WHAT(eventType.equals(\"commerce.checkouts\", false)) WHEN(today)])", true)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [C0: WHAT(eventType.equals(\"commerce.checkouts\", false)), C1: WHAT(eventType.equals(\"addToCart\", false))])", false)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\"), B: WHAT(eventType = \"commerce.checkouts\") WHEN(<= 2 hours after A)])", true)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"homePageView\"), B: WHAT(eventType = \"commerce.checkouts\") WHEN(<= 2 hours after A)])", false)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\"), B: WHAT(eventType = \"addToCart\" and product = A.product)])", true)]
    [InlineData("CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\") COUNT(= 2)])", true)]
    [InlineData("CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\") COUNT(< 2)])", false)]
    [InlineData(
        "xEvent[(commerce.order.priceTotal > 0.0) and (timestamp occurs <= 7 days before now)].sum(commerce.order.priceTotal) = 290", true)]
    [InlineData("xEvent[(timestamp occurs < 7 days before now) and eventType=\"addToCart\"].min(commerce.order.priceTotal) = 250", true)]
    [InlineData("xEvent[eventType=\"addToCart\"].groupBy(product).map((K, G) => mapEntry(K, G.count())).get(\"p\") = 2", true)]
    [InlineData("select X from xEvent where X.eventType = \"homePageView\"", true)]
    [InlineData("select X from xEvent where X.eventType = \"nothing\"", false)]
    [InlineData("(select X from xEvent where X.product = \"p\").count() = 3", true)]
    [InlineData("exists X from xEvent where X.timestamp occurs before today", true)]
    [InlineData("exists X from xEvent where X.timestamp occurs last month", false)]
    [InlineData("exists X from xEvent where X.timestamp occurs <= 3 days before now", true)]
    [InlineData("exists X from xEvent where X.timestamp occurs on date(2026, 3, 16)", true)]
    [InlineData("exists X from xEvent where X.timestamp occurs = 2 days before today", true)]
    [InlineData("exists X from xEvent where X.timestamp occurs = 3 days before today", false)]
    public void Functions_of_events(string rule, bool expected)
    {
        var events = Array.ConvertAll(History, Documents.Parse);
        Assert.Equal(expected, Rules.Matches(rule, [], events));
        string text = PqlTextWriter.Write(PqlJsonReader.Parse(PqlJsonWriter.Write(PqlParser.Parse(rule))));
        Assert.Equal(expected, Rules.Matches(text, [], events));
    }

    [Theory]
    [InlineData("inSegment(\"a\") and not inSegment(\"b\")", true)]
    [InlineData("inSegment(\"b\")", false)]
    public void Membership_of_other_audiences(string rule, bool expected) =>
        Assert.Equal(expected,
            Rules.Bind(rule).Matches(new PqlSubject(new Dictionary<string, object?>(), Rules.Now) { InSegment = id => id == "a" }));
}
