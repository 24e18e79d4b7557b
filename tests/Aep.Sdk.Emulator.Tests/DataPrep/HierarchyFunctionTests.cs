using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.DataPrep.Expressions;

namespace Aep.Sdk.Emulator.Tests.DataPrep;

/// <summary>Maps, functions of items, Analytics: the examples of Adobe's page.</summary>
public sealed class HierarchyFunctionTests
{
    private static readonly JsonObject Row = JsonNode.Parse(
        """
        {
          "book_details": { "author": "George R. R. Martin", "price": 17.99, "ISBN": "ISBN-978-0553801477" },
          "book_details2": { "author": "Neil Gaiman", "price": 17.99, "ISBN": "ISBN-0-380-97365-0", "publisher": "William Morrow" },
          "address": { "line1": "345 park ave", "city": "san jose", "street.name": "park ave" },
          "addresses": [{ "line1": "345 park ave", "type": "home" }, { "line1": "346 park ave", "type": "work" }, { "line1": "nowhere" }],
          "type": "line1"
        }
        """)!.AsObject();

    [Theory]
    [InlineData("""map_get_values(book_details, "author")""", """{"author":"George R. R. Martin"}""")]
    [InlineData("""map_get_values(book_details, ["price", "author", "missing"])""", """{"price":17.99,"author":"George R. R. Martin"}""")]
    [InlineData("""map_has_keys(book_details, "author")""", "true")]
    [InlineData("""map_has_keys(book_details, ["missing", "price"])""", "true")]
    [InlineData("""map_has_keys(book_details, "missing")""", "false")]
    [InlineData("add_to_map(book_details, book_details2)",
        """{"author":"George R. R. Martin","price":17.99,"ISBN":"ISBN-978-0553801477","publisher":"William Morrow"}""")]
    [InlineData("""object_to_map("firstName", "John", "lastName", "Doe")""", """{"firstName":"John","lastName":"Doe"}""")]
    [InlineData("object_to_map(address)", """{"line1":"345 park ave","city":"san jose","street.name":"park ave"}""")]
    [InlineData("object_to_map(addresses, type)",
        """{"home":{"line1":"345 park ave","type":"home"},"work":{"line1":"346 park ave","type":"work"}}""")]
    [InlineData("""array_to_map(addresses, "type")""",
        """{"home":{"line1":"345 park ave","type":"home"},"work":{"line1":"346 park ave","type":"work"}}""")]
    [InlineData("""to_map("firstName", "John", "lastName", "Doe")""", """{"firstName":"John","lastName":"Doe"}""")]
    [InlineData("map_get_values(missing, 'a')", "null")]
    [InlineData("""str_to_object("firstName - John ; lastName - ; phone - 123 456 7890", "-", ";").get("firstName")""", "\"John\"")]
    [InlineData("""arrays_to_object('sku', explode("id1|id2", '\|'), 'price', [22.5,14.35])""",
        """[{"sku":"id1","price":22.5},{"sku":"id2","price":14.35}]""")]
    [InlineData(@"address.street\.name", "\"park ave\"")]
    public void Maps(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("filterArray([5, -6, 0, 7], x -> x > 0)", "[5,7]")]
    [InlineData("transformArray([5, 6, 7], x -> x + 1)", "[6,7,8]")]
    [InlineData("transformArray(addresses, x -> x.line1)", """["345 park ave","346 park ave","nowhere"]""")]
    [InlineData("filterArray([1, 2, 3], x -> filterArray([2, 3], y -> y == x).size_of() > 0)", "[2,3]")]
    [InlineData("flattenArray([['a', 'b'], ['c', 'd']], [['e'], ['f']])", """["a","b","c","d","e","f"]""")]
    [InlineData("""array_to_string(";", ["Hello", "world"])""", "\"Hello;world\"")]
    [InlineData("""array_to_string(",", [[1, 2], [3]])""", "\"1,2,3\"")]
    [InlineData("upsert_array_append([123, 456])", "[123,456]")]
    [InlineData("upsert_array_replace([123, 456], 1)", "[123,456]")]
    public void Arrays(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("""get_url_encoded("https://example.com/partneralliance_asia-pacific_2022")""",
        "\"https%3A%2F%2Fexample.com%2Fpartneralliance_asia-pacific_2022\"")]
    [InlineData("""get_url_decoded("https%3A%2F%2Fexample.com%2Fpartneralliance_asia-pacific_2022")""",
        "\"https://example.com/partneralliance_asia-pacific_2022\"")]
    [InlineData("""get_url_encoded("a !#$%&'()*+,/:;=?@[]")""", "\"a%20%21%23%24%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3D%3F%40%5B%5D\"")]
    public void Addresses(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("""aa_get_event_id("event101=5:123456,scOpen", "event101")""", "\"123456\"")]
    [InlineData("""aa_get_event_value("event101=5:123456,scOpen", "event101")""", "\"5\"")]
    [InlineData("""aa_get_event_value("event101=5:123456,scOpen", "scOpen")""", "\"1\"")]
    [InlineData("""aa_get_event_id("event101=5,scOpen", "event1")""", "null")]
    [InlineData("""aa_get_product_categories(";Example product 1;1;3.50,Example category 2;Example product 2;1;5.99")""",
        """[null,"Example category 2"]""")]
    [InlineData("""aa_get_product_names(";Example product 1;1;3.50,Example category 2;Example product 2;1;5.99")""",
        """["Example product 1","Example product 2"]""")]
    [InlineData("""aa_get_product_quantity(";Example product 1;1;3.50,Example category 2;Example product 2")""", """["1",null]""")]
    [InlineData("""aa_get_product_price(";Example product 1;1;3.50,Example category 2;Example product 2")""", """["3.50",null]""")]
    [InlineData(
        """aa_get_product_event_values(";Example product 1;1;4.20;event1=2.3|event2=5:1,;Example product 2;1;4.20;event1=3|event2=2:2", "event1")""", """["2.3","3"]""")]
    [InlineData(
        """aa_get_product_event_values(";Example product 1;1;4.20;event1=2.3|event2=5:1,;Example product 2;1;4.20;event1=3|event2=2:2", "event2")""", """["5","2"]""")]
    [InlineData("""aa_get_product_evars(";Example product;1;6.69;;eVar1=Merchandising value", "eVar1")""", """["Merchandising value"]""")]
    public void Analytics(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("map_get_values('a', 'b')", "not an object")]
    [InlineData("to_map('a', 'b', 'c')", "pairs")]
    [InlineData("filterArray([1], 1)", "x -> x > 0")]
    public void What_cannot_be_computed_says_why(string expression, string says) =>
        Assert.Contains(says, Assert.Throws<ExpressionException>(() => Result(expression)).Message);

    private static void AssertResult(string expression, string json)
    {
        JsonNode? expected = JsonNode.Parse(json), actual = Values.ToJson(Result(expression));
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expression} is {actual?.ToJsonString() ?? "null"}");
    }

    private static object? Result(string expression) => ExpressionParser.Parse(expression)(new EvaluationContext(Row, TimeProvider.System));
}
