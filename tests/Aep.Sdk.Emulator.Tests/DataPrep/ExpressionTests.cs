using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep.Expressions;
using Microsoft.Extensions.Time.Testing;

namespace Aep.Sdk.Emulator.Tests.DataPrep;

/// <summary>The examples of Adobe's page of functions, and what else the language promises.</summary>
public sealed class ExpressionTests
{
    private const string Agent = "\"my text\", \"UTF-8\"";
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2021, 10, 26, 10, 10, 24, TimeSpan.Zero));

    [Theory]
    [InlineData("""concat("Hi, ", "there", "!")""", "\"Hi, there!\"")]
    [InlineData("""explode("Hi, there!", " ")""", """["Hi,","there!"]""")] // the page prints "there": its own text has the mark
    [InlineData("""instr("adobe.com", "com")""", "6")]
    [InlineData("""instr("a.b.c", ".", 2)""", "3")]
    [InlineData("""instr("a.b.c", ".", 0, 2)""", "3")]
    [InlineData("""replacestr("This is a string re test", "re", "replace")""", "\"This is a string replace test\"")]
    [InlineData("""substr("This is a substring test", 7, 8)""", "\" a subst\"")]
    [InlineData("""lower("HeLLo")""", "\"hello\"")]
    [InlineData("""lcase("HeLLo")""", "\"hello\"")]
    [InlineData("""upper("HeLLo")""", "\"HELLO\"")]
    [InlineData("""ucase("HeLLo")""", "\"HELLO\"")]
    [InlineData("""split("Hello world", " ")""", """["Hello","world"]""")]
    [InlineData("""join(" ", to_array(true, "Hello", "world"))""", "\"Hello world\"")]
    [InlineData("""lpad("bat", 8, "yz")""", "\"yzyzybat\"")]
    [InlineData("""rpad("bat", 8, "yz")""", "\"batyzyzy\"")]
    [InlineData("""left("abcde", 2)""", "\"ab\"")]
    [InlineData("""right("abcde", 2)""", "\"de\"")]
    [InlineData("""ltrim(" hello")""", "\"hello\"")]
    [InlineData("""rtrim("hello ")""", "\"hello\"")]
    [InlineData("""trim(" hello ")""", "\"hello\"")]
    [InlineData("""  "string1".equals("STRING1")""", "false")]
    [InlineData("""  "string1".equalsIgnoreCase("STRING1")""", "true")]
    public void Strings(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("""extract_regex("E259,E259B_009,1_1", "([^,]+),[^,]*,([^,]+)")""", """["E259,E259B_009,1_1","E259","1_1"]""")]
    [InlineData("""matches_regex("E259,E259B_009,1_1", "([^,]+),[^,]*,([^,]+)")""", "true")]
    [InlineData("""matches_regex("xE259", "E\d+")""", "false")]
    public void Regular_expressions(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("sha1", "c3599c11e47719df18a2448690840c5dfcce3c80")]
    [InlineData("sha256", "7330d2b39ca35eaf4cb95fc846c21ee6a39af698154a83a586ee270a0d372104")]
    [InlineData(
        "sha512",
        "a3d7e45a0d9be5fd4e4b9a3b8c9c2163c21ef708bf11b4232bb21d2a8704ada2cdcd7b367dd0788a89a5c908cfe377aceb1072a7b386b7d4fd2ff68a8fd24d16")]
    [InlineData("md5", "d3b96ce8c9fb4e9bd0198d03ba6852c7")]
    [InlineData("crc32", "8df92e80")]
    public void Hashes(string function, string hash) => AssertResult($"{function}({Agent})", $"\"{hash}\"");

    [Theory]
    [InlineData("""get_url_protocol("https://platform.adobe.com/home")""", "\"https\"")]
    [InlineData("""get_url_host("https://platform.adobe.com/home")""", "\"platform.adobe.com\"")]
    [InlineData("""get_url_port("sftp://example.com//home/joe/employee.csv")""", "22")]
    [InlineData("""get_url_path("sftp://example.com//home/joe/employee.csv")""", "\"//home/joe/employee.csv\"")]
    [InlineData("""get_url_path("sftp://example.com//home/joe/employee.csv", false)""", "\"employee.csv\"")]
    [InlineData("""get_url_query_str("foo://example.com:8042/over/there?name=ferret#nose", "retain")""", """{"name":"ferret#nose"}""")]
    [InlineData("""get_url_query_str("foo://example.com:8042/over/there?name=ferret#nose", "remove")""", """{"name":"ferret"}""")]
    [InlineData(
        """get_url_query_str("foo://example.com:8042/over/there?name=ferret#nose", "append")""", """{"name":"ferret","_anchor_":"nose"}""")]
    [InlineData("""get_url_host("no address")""", "null")]
    public void Addresses(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("now()", "\"2021-10-26T10:10:24Z\"")]
    [InlineData("timestamp()", "1635243024000")]
    [InlineData("""format("2019-10-23T11:24:35+00:00", "yyyy-MM-dd HH:mm:ss")""", "\"2019-10-23 11:24:35\"")]
    [InlineData("""dformat(1571829875000, "yyyy-MM-dd'T'HH:mm:ss.SSSX")""", "\"2019-10-23T11:24:35.000Z\"")]
    [InlineData("""date("2019-10-23 11:24", "yyyy-MM-dd HH:mm", now())""", "\"2019-10-23T11:24:00Z\"")]
    [InlineData("""date(null, "yyyy-MM-dd HH:mm", now())""", "\"2021-10-26T10:10:24Z\"")]
    [InlineData("""date("2019-10-23 11:24", "yyyy-MM-dd HH:mm")""", "\"2019-10-23T11:24:00Z\"")]
    [InlineData("""date("2019-10-23 11:24")""", "\"2019-10-23T11:24:00Z\"")]
    [InlineData("""date_part("MM", date("2019-10-17 11:55:12"))""", "10")]
    [InlineData("""set_date_part("m", 4, date("2016-11-09T11:44:44.797"))""", "\"2016-04-09T11:44:44Z\"")]
    [InlineData("""zone_date_to_utc(make_date_time(2019, 10, 17, 11, 55, 12, 999, "America/Los_Angeles"))""", "\"2019-10-17T18:55:12Z\"")]
    [InlineData("""make_timestamp(2019, 10, 17, 11, 55, 12, 999, "UTC")""", "\"2019-10-17T11:55:12Z\"")]
    [InlineData("""zone_date_to_zone(now(), "Europe/Paris")""", "\"2021-10-26T12:10:24+02:00\"")]
    public void Dates(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("size_of([1, 2, 3, 4])", "4")]
    [InlineData("is_empty([1, 2, 3])", "false")]
    [InlineData("""to_object("firstName", "John", "lastName", "Doe")""", """{"firstName":"John","lastName":"Doe"}""")]
    [InlineData("""str_to_object("firstName=John,lastName=Doe,phone=123 456 7890", "=", ",")""",
        """{"firstName":"John","lastName":"Doe","phone":"123 456 7890"}""")]
    [InlineData("""contains_key("person.name")""", "true")]
    [InlineData("""contains_key("person.age")""", "false")]
    [InlineData("""is_set("person.name")""", "true")]
    [InlineData("nullify()", "null")]
    [InlineData("""get_keys({"book1": "Pride and Prejudice", "book2": "1984"})""", """["book1","book2"]""")]
    [InlineData("""get_values("firstName - John , lastName - Cena , phone - 555 420 8692", "firstName", "-", ",")""", "\"John\"")]
    [InlineData("""json_to_object('{"info":{"firstName":"John"}}')""", """{"info":{"firstName":"John"}}""")]
    [InlineData("""coalesce(null, null, null, "first", null, "second")""", "\"first\"")]
    [InlineData("""first("1", "2", "3")""", "\"1\"")]
    [InlineData("""last("1", "2", "3")""", "\"3\"")]
    [InlineData("add_to_array(['a', 'b'], 'c', 'd')", """["a","b","c","d"]""")]
    [InlineData("join_arrays(['a', 'b'], ['c'], ['d', 'e'])", """["a","b","c","d","e"]""")]
    [InlineData("to_array(false, 1, null, 2, 3)", "[1,2,3]")]
    public void Hierarchies(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("""decode(stateCode, "ca", "California", "pa", "Pennsylvania", "N/A")""", "\"Pennsylvania\"")]
    [InlineData("""iif("s".equalsIgnoreCase("S"), "True", "False")""", "\"True\"")]
    [InlineData("min(3, 1, 4)", "1")]
    [InlineData("max(3, 1, 4)", "4")]
    [InlineData("""to_bigint("1000000.34")""", "1000000.34")]
    [InlineData("""to_decimal("20.5")""", "20.5")]
    [InlineData("""to_float("12.3456")""", "12.3456")] // the page prints 12.34566, which no float is
    [InlineData("""to_integer("12")""", "12")]
    [InlineData("1 + 2 * 3 - 4 / 2", "5")]
    [InlineData("(1 + 2) * 3 % 5", "4")]
    [InlineData("~33", "-34")]
    [InlineData("not (1 eq 2) and 2 ge 2 or false", "true")]
    [InlineData("1 > 2 ? 'a' : 'b'", "\"b\"")]
    [InlineData("${First Name}", "\"Jo\"")]
    [InlineData("person.name", "\"Doe\"")]
    [InlineData("orders[1].id", "2")]
    [InlineData("missing.at.all", "null")]
    public void Operators_fields_and_choices(string expression, string json) => AssertResult(expression, json);

    [Theory]
    [InlineData("uuid()")]
    [InlineData("guid()")]
    public void Random_ids(string expression)
    {
        string first = Evaluate(expression)!.GetValue<string>(), second = Evaluate(expression)!.GetValue<string>();
        Assert.True(Guid.TryParseExact(first, "D", out _), first);
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("", "ends too early")]
    [InlineData("1 +", "ends too early")]
    [InlineData("concat('a'", "ends too early")]
    [InlineData("'open", "closing quote")]
    [InlineData("${open", "closing brace")]
    [InlineData("nothing(1)", "nothing")]
    [InlineData("upper()", "1 arguments")]
    [InlineData("return", "reserved")]
    [InlineData("a b", "position 3")]
    [InlineData("a # b", "position 3")]
    public void What_is_no_expression_is_refused_and_says_where(string expression, string says) =>
        Assert.Contains(says, Assert.Throws<ExpressionException>(() => ExpressionParser.Parse(expression)).Message);

    [Theory]
    [InlineData("1 / 0", "zero")]
    [InlineData("to_integer('a')", "'a'")]
    [InlineData("date('tomorrow')", "'tomorrow'")]
    [InlineData("date('2019', 'yyyy-MM-dd')", "yyyy-MM-dd")]
    [InlineData("date_part('moon', now())", "moon")]
    [InlineData("set_date_part('day', 31, date('2021-02-01'))", "31")]
    [InlineData("matches_regex('a', '(')", "(")]
    [InlineData("md5('a', 'EBCDIC')", "EBCDIC")]
    [InlineData("add_to_array('a', 'b')", "array")]
    [InlineData("json_to_object('{')", "JSON")]
    public void What_cannot_be_evaluated_is_an_error(string expression, string says) =>
        Assert.Contains(says, Assert.Throws<ExpressionException>(() => Evaluate(expression)).Message);

    private static void AssertResult(string expression, string json) =>
        Assert.Equal(json, Evaluate(expression)?.ToJsonString(Plain) ?? "null");

    private static readonly System.Text.Json.JsonSerializerOptions Plain =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonNode? Evaluate(string expression)
    {
        var row =
            JsonNode.Parse(
                """
                { "stateCode": "pa", "First Name": "Jo", "person": { "name": "Doe" }, "orders": [{ "id": 1 }, { "id": 2 }] }
                """)!.AsObject();
        return Values.ToJson(ExpressionParser.Parse(expression)(new EvaluationContext(row, Clock)));
    }
}
