using System.Text.Json.Nodes;
using Aep.Sdk.Segmentation;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>PQL text to JSON and back.</summary>
public sealed class PqlConversionTests
{
    private static readonly Gen<string> Path = Any("city", "_acme.propensity", "person.name.lastName", "homeAddress.countryCode");
    private static readonly Gen<string> Literal = Gen.OneOf(
        Gen.Int[-50, 50].Select(number => $"{number}"), Any("0.25", "-51.24", "true", "\"CA\"", "\"say \\\"hi\\\" c:\\\\x\""));

    private static readonly Gen<string> Value = Gen.Recursive<string>((depth, value) => depth > 2 ? Gen.OneOf(Path, Literal) : Gen.OneOf(
        Path, Literal,
        Gen.Select(value, Any("+", "-", "*", "/", "%"), value, (left, symbol, right) => $"{left} {symbol} ({right})"),
        Gen.Select(value, Any("+", "-"), Path, (left, symbol, right) => $"({left}) {symbol} {right}"),
        Gen.Select(Path, path => $"{path}.toLowerCase()"),
        Gen.Select(value, path => $"-({path})")));

    private static readonly Gen<string> Condition = Gen.Recursive<string>((depth, condition) => depth > 3 ? Comparison() : Gen.OneOf(
        Comparison(),
        Gen.Select(condition, Any("and", "or"), condition, (left, word, right) => $"({left}) {word} ({right})"),
        Gen.Select(condition, Any("and", "or"), condition, (left, word, right) => $"{left} {word} {right}"),
        Gen.Select(condition, inner => $"not ({inner})"),
        Gen.Select(Comparison(), inner => $"(exists E from xEvent where (E.eventType = \"a\" and {inner}))"),
        Gen.Select(Literal, bound => $"(select E from xEvent where (E.price > {bound})).count() >= 3")));

    [Theory]
    [InlineData("workAddress.country = \"US\"",
        """
        {"nodeType":"fnApply","fnName":"=","params":[{"nodeType":"fieldLookup","fieldName":"country","object":{"nodeType":"fieldLookup",
         "fieldName":"workAddress","object":{"nodeType":"parameterReference","position":1}}},{"nodeType":"literal","literalType":"String",
         "value":"US"}]}
        """)]
    [InlineData("person.gender in [\"female\"]",
        """
        {"nodeType":"fnApply","fnName":"in","params":[{"nodeType":"fieldLookup","fieldName":"gender","object":{"nodeType":"fieldLookup",
         "fieldName":"person","object":{"nodeType":"parameterReference","position":1}}},{"nodeType":"literal","literalType":"List",
         "value":["female"]}]}
        """)]
    [InlineData("a.isNotNull() and x > -1 and x < 2.5",
        """
        {"nodeType":"fnApply","fnName":"and","params":[{"nodeType":"fnApply","fnName":"isNotNull","params":[{"nodeType":"fieldLookup",
         "fieldName":"a","object":{"nodeType":"parameterReference","position":1}}]},{"nodeType":"fnApply","fnName":">",
         "params":[{"nodeType":"fieldLookup","fieldName":"x","object":{"nodeType":"parameterReference","position":1}},{"nodeType":"literal",
         "literalType":"Integer","value":-1}]},{"nodeType":"fnApply","fnName":"<","params":[{"nodeType":"fieldLookup","fieldName":"x",
         "object":{"nodeType":"parameterReference","position":1}},{"nodeType":"literal","literalType":"Double","value":2.5}]}]}
        """)]
    [InlineData("exists E from xEvent where (E.a = 1), I from E.items where (I.b = true)",
        """
        {"nodeType":"quantification","quantifier":"some","variables":[{"nodeType":"varDecl","varName":"E","from":{"nodeType":"fieldLookup",
         "fieldName":"xEvent","object":{"nodeType":"parameterReference","position":1}},"where":{"nodeType":"fnApply","fnName":"=",
         "params":[{"nodeType":"fieldLookup","fieldName":"a","object":{"nodeType":"varRef","varName":"E"}},{"nodeType":"literal",
         "literalType":"Integer","value":1}]}},{"nodeType":"varDecl","varName":"I","from":{"nodeType":"fieldLookup","fieldName":"items",
         "object":{"nodeType":"varRef","varName":"E"}},"where":{"nodeType":"fnApply","fnName":"=","params":[{"nodeType":"fieldLookup",
         "fieldName":"b","object":{"nodeType":"varRef","varName":"I"}},{"nodeType":"literal","literalType":"Boolean","value":true}]}}]}
        """)]
    [InlineData("(Profile) => Profile.age > 20",
        """
        {"nodeType":"fnCreate","params":[{"varName":"Profile"}],"body":{"nodeType":"fnApply","fnName":">",
         "params":[{"nodeType":"fieldLookup","fieldName":"age","object":{"nodeType":"varRef","varName":"Profile"}},{"nodeType":"literal",
         "literalType":"Integer","value":20}]}}
        """)]
    public void A_rule_has_the_documented_json_and_its_text_again(string text, string json)
    {
        SegmentExpression converted = Pql.ToJson(Pql.Text(text));
        Assert.Equal(("PQL", "pql/json"), (converted.Type, converted.Format));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(converted.Value!)), converted.Value);
        Assert.Equal(text, Pql.ToText(converted).Value);
    }

    [Theory]
    [InlineData("a = 1 or (b = 2 and c = 3)", "a = 1 or b = 2 and c = 3")]
    [InlineData("(a = 1 or b = 2) and c = 3", "(a = 1 or b = 2) and c = 3")]
    [InlineData("((a)) - (b - c) * 2 = -5", "a - (b - c) * 2 = -5")]
    [InlineData("-(0) + a = -0", "0 + a = 0")]
    [InlineData("!(a = 1) and not b = 2", "not a = 1 and not b = 2")]
    [InlineData("$1.a.b = $2.c", "a.b = $2.c")]
    [InlineData("t occurs <= 3 days before now and (exists E from xEvent : (E.x = 1))",
        "t occurs <= 3 days before now and (exists E from xEvent where (E.x = 1))")]
    [InlineData("t occurs between date(2015, 1, 8) and last 2 weeks", "t occurs between date(2015, 1, 8) and last 2 weeks")]
    [InlineData("let S = (sum X.p over X from xEvent where X.c = \"USD\") in (S > 100 and S < 1000)",
        "let S = (sum X.p over X from xEvent where (X.c = \"USD\")) in S > 100 and S < 1000")]
    [InlineData("CHAIN(xEvent, timestamp, [C0: WHAT(a.equals(\"b\", false)) WHEN(< 8 days before now), C1: WHAT(true)])",
        "CHAIN(xEvent, timestamp, [C0: WHAT(a.equals(\"b\", false)) WHEN(< 8 days before now), C1: WHAT(true)])")]
    [InlineData("xEvent[eventType = \"a\"].count() >= 3", "xEvent[eventType = \"a\"].count() >= 3")]
    [InlineData("xEvent[items[a = 1 or ^^b.c = ^.d]]", "xEvent[items[a = 1 or ^^.b.c = ^.d]]")]
    [InlineData("if (a = 1, 1, 2) = inSegment(\"x\")", "if(a = 1, 1, 2) = inSegment(\"x\")")]
    [InlineData("e.regexGroup(\"@(\\w+)\", 1) = \"x\"", "e.regexGroup(\"@(\\\\w+)\", 1) = \"x\"")]
    public void Text_is_written_with_the_parentheses_it_needs(string rule, string written)
    {
        Assert.Equal(written, Pql.ToText(Pql.Unchecked(rule)).Value);
        Assert.Equal(written, Pql.ToText(Pql.Unchecked(written)).Value);
    }

    [Fact]
    public void There_and_back_is_the_same_rule() => Condition.ForAll(text =>
    {
        string json = Pql.ToJson(Pql.Text(text)).Value!, back = Pql.ToText(Pql.Json(json)).Value!;
        Assert.Equal(json, Pql.ToJson(Pql.Text(back)).Value);
        Assert.Equal(json, Pql.ToJson(Pql.Json(json)).Value);
        Assert.Equal(back, Pql.ToText(Pql.Text(back)).Value);
    });

    [Theory]
    [InlineData("t occurs <= 3 days before now", "occurs, at character 1 ")]
    [InlineData("a = 1 and not (t occurs today)", "occurs, at character 16 ")]
    [InlineData("a = 1 and (sum X.p over X from xEvent) > 1", "an aggregation, at character 12 ")]
    [InlineData("let a = 1 in b = a", "let, at character 1 ")]
    [InlineData("a = 1 or xEvent[a = 1].count() > 1", "a filter in brackets, at character 10 ")]
    [InlineData("xEvent[items[a = ^.b]]", "a filter in brackets, at character 1 ")]
    [InlineData("people.filter(age > 21).count() > 1", "filter, at character 1 ")]
    [InlineData("CHAIN(xEvent, timestamp, [C0: WHAT(true)])", "a chain of events, at character 26 ")]
    [InlineData("a in [1, b]", "a list of other things than literals, at character 10 ")]
    [InlineData("b = 2 or a = null", "null, at character 14 ")]
    public void What_has_no_documented_json_is_refused_with_its_name_and_place(string rule, string what)
    {
        PqlFormatException refused = Assert.Throws<PqlFormatException>(() => Pql.ToJson(Pql.Text(rule)));
        Assert.Contains(what, refused.Message);
        Assert.Contains("ConvertAsync", refused.Message);
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("[]", "$: nodeType is missing")]
    [InlineData("""{"nodeType":"leaf"}""", "$: the node type leaf is not documented")]
    [InlineData("""{"nodeType":"fnApply","fnName":"and"}""", "$: params is missing")]
    [InlineData("""{"nodeType":"fnApply","fnName":"and","params":[]}""", "$.params: and needs conditions")]
    [InlineData(
        """{"nodeType":"fnApply","fnName":"=","params":[{"nodeType":"varRef","varName":"a"}]}""", "$.params: = needs two arguments, not 1")]
    [InlineData("""{"nodeType":"fnApply","fnName":"not","params":[{"nodeType":"literal","value":{}}]}""", "$.params[0].value: a literal")]
    [InlineData("""{"nodeType":"parameterReference","position":"one"}""", "$.position: a whole number")]
    [InlineData("""{"nodeType":"quantification","quantifier":"most","variables":[]}""", "$: the quantifier most")]
    [InlineData("""{"nodeType":"literal","literalType":"Double","value":1e300}""", "$.value: the number is too large")]
    public void Json_that_is_no_rule_is_refused_with_its_place(string json, string problem) =>
        Assert.Contains(problem, Assert.Throws<PqlFormatException>(() => Pql.ToText(Pql.Json(json))).Message);

    [Fact]
    public void Older_forms_are_read_too()
    {
        Assert.Equal("gender = \"f\"", Pql.ToText(Pql.Json(
            """
            {"nodeType":"fnApply","fnName":"=","params":[{"nodeType":"fieldLookup","fieldName":"gender","object":{"nodeType":"literal",
             "literalType":"XDMObject","value":"profile"}},{"nodeType":"literal","value":"f"}]}
            """)).Value);
        Assert.Equal("city = 1.0", Pql.ToText(Pql.Json(
            """
            {"nodeType":"fnApply","fnName":"=","params":[{"nodeType":"fieldLookup","fieldName":"city"},{"nodeType":"literal",
             "literalType":"Double","value":1}]}
            """)).Value);
    }

    private static Gen<string> Comparison() => Gen.Select(
        Value, Any("=", "!=", "<", "<=", ">", ">="), Value, (left, symbol, right) => $"{left} {symbol} {right}");

    private static Gen<string> Any(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);
}
