using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Tests.Schemas;

/// <summary>What differs between two versions, and which of it breaks data that fitted before.</summary>
public sealed class XdmComparisonTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", """{"type":"number"}""", "type", true)]
    [InlineData("""{"type":"string"}""", """{"type":"string","format":"date-time"}""", "type", true)]
    [InlineData("""{"type":"string"}""", """{"type":"string","format":"uri"}""", "format", true)]
    [InlineData("""{"type":"string","format":"uri"}""", """{"type":"string"}""", "format", false)]
    [InlineData("""{"type":"string"}""", """{"type":"string","enum":["a"]}""", "enum", true)]
    [InlineData("""{"type":"string","enum":["a"]}""", """{"type":"string","enum":["a","b"]}""", "enum", false)]
    [InlineData("""{"type":"string","enum":["a","b"]}""", """{"type":"string","enum":["a"]}""", "enum", true)]
    [InlineData("""{"type":"string","enum":["a"]}""", """{"type":"string"}""", "enum", false)]
    [InlineData("""{"type":"string"}""", """{"type":"string","pattern":"^a"}""", "pattern", true)]
    [InlineData("""{"type":"string","pattern":"^a"}""", """{"type":"string"}""", "pattern", false)]
    [InlineData("""{"type":"number"}""", """{"type":"number","minimum":0}""", "minimum", true)]
    [InlineData("""{"type":"number","minimum":0}""", """{"type":"number","minimum":-1}""", "minimum", false)]
    [InlineData("""{"type":"number","maximum":1}""", """{"type":"number","maximum":2}""", "maximum", false)]
    [InlineData("""{"type":"number","maximum":2}""", """{"type":"number","maximum":1}""", "maximum", true)]
    [InlineData("""{"type":"string","maxLength":5}""", """{"type":"string","maxLength":4}""", "maxLength", true)]
    [InlineData("""{"type":"string","minLength":5}""", """{"type":"string","minLength":4}""", "minLength", false)]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", """{"type":"array","items":{"type":"number"}}""", "type", true)]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""",
        """{"type":"object","additionalProperties":{"type":"integer"}}""", "type", true)]
    [InlineData("""{"type":"string","title":"A"}""", """{"type":"string","title":"B"}""", "title", false)]
    [InlineData("""{"type":"string"}""", """{"type":"string","description":"B"}""", "description", false)]
    [InlineData("""{"type":"string"}""", """{"type":"string","meta:status":"deprecated"}""", "meta:status", false)]
    [InlineData("""{"type":"string"}""", """{"type":"string","meta:enum":{"a":"A"}}""", "meta:enum", false)]
    public void A_change_breaks_when_it_allows_less(string before, string after, string aspect, bool breaks)
    {
        XdmChange change = Assert.Single(Compare($$"""{"a":{{before}}}""", $$"""{"a":{{after}}}""").Changes);
        Assert.Equal((XdmChangeKind.Changed, aspect, breaks), (change.Kind, change.Aspect, change.IsBreaking));
    }

    [Fact]
    public void A_new_field_breaks_nothing_and_stands_for_all_that_it_holds()
    {
        XdmChange change = Assert.Single(Compare("""{"a":{"type":"string"}}""",
            """{"a":{"type":"string"},"b":{"type":"object","properties":{"c":{"type":"string"}}}}""").Changes);
        Assert.Equal((XdmChangeKind.Added, "b", false), (change.Kind, change.Path, change.IsBreaking));
    }

    [Fact]
    public void A_field_that_is_gone_or_has_moved_breaks()
    {
        XdmComparison comparison =
            Compare("""{"a":{"type":"string"}}""", """{"b":{"type":"object","properties":{"a":{"type":"string"}}}}""");
        Assert.Equal("a", Assert.Single(comparison.Breaking).Path);
        Assert.Equal(2, comparison.Changes.Count);
        Assert.StartsWith("! a: removed (string)", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_may_become_optional_but_not_required()
    {
        const string Field = """{"a":{"type":"string"}}""";
        Assert.False(Assert.Single(Compare(Field, Field, requiredBefore: true).Changes).IsBreaking);
        Assert.True(Assert.Single(Compare(Field, Field, requiredAfter: true).Changes).IsBreaking);
        Assert.True(Compare(Field, Field).IsEmpty);
    }

    private static XdmComparison Compare(string before, string after, bool requiredBefore = false, bool requiredAfter = false) =>
        Tree(before, requiredBefore).CompareWith(Tree(after, requiredAfter));

    private static XdmFieldTree Tree(string properties, bool required) => XdmFieldTree.Parse(new JsonObject
    {
        ["type"] = "object",
        ["properties"] = JsonNode.Parse(properties),
        ["required"] = required ? new JsonArray("a") : new JsonArray(),
    });
}
