using Aep.Sdk.Emulator.Segmentation.Pql;
using Aep.Sdk.TestSupport;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

/// <summary>The example of each function on the pages of help/segmentation/pql/, asked of persons for whom the answer is known.</summary>
public sealed class PqlDocumentedExamplesTests
{
    private const string Person = """
        {
          "homeAddress": { "countryISO": "CA", "stateProvince": "ON" }, "workAddress": { "stateProvince": "ON", "country": "US" },
          "city": "Dresden", "timestamp": "2019-12-31T12:00:00Z", "lastSeen": "2026-03-18T07:30:00Z", "nextVisit": "2026-03-19T09:00:00Z",
          "emailAddress": "joe2010@gmail.com", "numbers": [1, 2, 3],
          "person": {
            "name": "Joe John", "emailAddress": "joe2010@gmail.com", "birthMonth": 3, "birthYear": 1985, "birthDay": 18, "age": 40,
             "gender": "female",
            "birthday": "1994-03-15T08:00:00Z", "birthdate": "1994-06-15T00:00:00Z", "favoriteColors": ["red", "green", "blue"],
            "favoriteCities": ["Rome"], "visitedCities": ["Oslo", "Rome"], "eatenFoods": ["pizza", "sushi", "soup"],
            "homeAddress": { "street": "x" }, "orders": [{ "storeId": "a" }, { "storeId": "b" }, { "storeId": "a" }]
          },
          "person1": { "favoriteColors": ["blue", "red", "green", "pink"] }, "person2": { "favoriteColors": ["red", "green", "blue",
           "grey"] },
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

    private static readonly string[] History =
    [
        """
        { "timestamp": "2026-03-01T10:00:00Z", "eventType": "addToCart", "product": "p", "commerce": { "item": { "price": 60 },
         "order": { "priceTotal": 150, "currencyCode": "USD" } }, "productListItems": [{ "SKU": "PS" }] }
        """,
        """
        { "timestamp": "2026-03-16T10:00:00Z", "eventType": "homePageView", "product": "q", "commerce": { "item": { "price": 10 },
         "order": { "priceTotal": 40, "currencyCode": "EUR" } }, "productListItems": [{ "SKU": "XX" }] }
        """,
        """
        { "timestamp": "2026-03-18T08:00:00Z", "eventType": "addToCart", "product": "p", "commerce": { "item": { "price": 70 },
         "order": { "priceTotal": 250, "currencyCode": "USD" } } }
        """,
        """{ "timestamp": "2026-03-18T09:00:00Z", "eventType": "commerce.checkouts", "product": "p" }""",
    ];

    public static TheoryData<string, bool> Examples
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (DocumentedExample example in DocumentedPage.ReadAll().SelectMany(page => page.Examples))
                data.Add(example.Rule, example.Holds);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_function_does_what_its_page_says(string rule, bool expected) => Check(rule, expected);

    // Not on the pages of PQL, but on those of segments and computed attributes.
    [Theory]
    [InlineData("chain(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\")])", true)]
    [InlineData("not(chain(xEvent, timestamp, [A: WHAT(eventType = \"homePageView\")]))", false)]
    [InlineData("chain(xEvent, timestamp, [X: WHAT(eventType = \"homePageView\") WHEN(< 8 days before now)])", true)]
    [InlineData("chain(xEvent, timestamp, [X: WHAT(eventType = \"homePageView\") WHEN(< 24 hours before now)])", false)]
    [InlineData("chain(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\") WHEN(< 24 hours before now) COUNT(2) ] )", false)]
    [InlineData("chain(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\") WHEN(< 30 days before now) COUNT(2) ] )", true)]
    [InlineData("CHAIN(xEvent, timestamp, [C0: WHAT(eventType.equals(\"commerce.checkouts\", false)) WHEN(<= 24 hours before now)])", true)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [C0: WHAT(eventType.equals(\"addToCart\", false)) WHEN(today), C1: "
            + "WHAT(eventType.equals(\"commerce.checkouts\", false)) WHEN(today)])", true)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [C0: WHAT(eventType.equals(\"commerce.checkouts\", false)), C1: WHAT(eventType.equals(\"addToCart\", "
            + "false))])", false)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\"), B: WHAT(eventType = \"commerce.checkouts\") WHEN(<= 2 hours after "
            + "A)])", true)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"homePageView\"), B: WHAT(eventType = \"commerce.checkouts\") WHEN(<= 2 hours "
            + "after A)])", false)]
    [InlineData(
        "CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\"), B: WHAT(eventType = \"addToCart\" and product = A.product)])", true)]
    [InlineData("CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\") COUNT(= 2)])", true)]
    [InlineData("CHAIN(xEvent, timestamp, [A: WHAT(eventType = \"addToCart\") COUNT(< 2)])", false)]
    [InlineData(
        "xEvent[(commerce.order.priceTotal > 0.0) and (timestamp occurs <= 7 days before now)].sum(commerce.order.priceTotal) = 290", true)]
    [InlineData("xEvent[(timestamp occurs < 7 days before now) and eventType=\"addToCart\"].min(commerce.order.priceTotal) = 250", true)]
    [InlineData("xEvent[eventType=\"addToCart\"].groupBy(product).map((K, G) => mapEntry(K, G.count())).get(\"p\") = 2", true)]
    public void Functions_of_other_pages(string rule, bool expected) => Check(rule, expected);

    // The same through the other two forms.
    private static void Check(string rule, bool expected)
    {
        var person = Documents.Parse(Person);
        var events = Array.ConvertAll(History, Documents.Parse);
        Assert.Equal(expected, Rules.Matches(rule, person, events));
        string text = PqlTextWriter.Write(PqlJsonReader.Parse(PqlJsonWriter.Write(PqlParser.Parse(rule))));
        Assert.Equal(expected, Rules.Matches(text, person, events));
    }

    [Theory]
    [InlineData("inSegment(\"a\") and not inSegment(\"b\")", true)]
    [InlineData("inSegment(\"b\")", false)]
    public void Membership_of_other_audiences(string rule, bool expected) =>
        Assert.Equal(expected,
            Rules.Bind(rule).Matches(new PqlSubject(new Dictionary<string, object?>(), Rules.Now) { InSegment = id => id == "a" }));
}
