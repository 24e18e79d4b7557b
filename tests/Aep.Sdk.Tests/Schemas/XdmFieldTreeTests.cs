using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Tests.Schemas;

/// <summary>A schema as the registry gives it becomes a tree of typed fields.</summary>
public sealed class XdmFieldTreeTests
{
    private const string Full = """
        {
          "$id": "https://ns.adobe.com/acme/schemas/1", "title": "Events", "type": "object", "meta:xdmType": "object",
           "meta:tenantNamespace": "_acme",
          "required": ["_id", "timestamp"],
          "properties": {
            "_id": {"type": "string", "format": "uri-reference", "title": "Identifier", "meta:xdmType": "string", "minLength": 1},
            "timestamp": {"type": "string", "format": "date-time", "meta:xdmType": "date-time"},
            "eventType": {"type": "string", "meta:xdmType": "string", "meta:enum": {"web.view": "View"}},
            "identityMap": {"type": "object", "meta:xdmType": "map", "additionalProperties": {"type": "array", "meta:xdmType": "array",
              "items": {"type": "object", "meta:xdmType": "object", "properties": {"id": {"type": "string"}, "primary": {"type": "boolean",
               "default": false}}}}},
            "productListItems": {"type": "array", "minItems": 1, "items": {"type": "object", "properties": {"SKU": {"type": "string"},
             "quantity": {"type": "integer", "minimum": 1, "maximum": 32767}}}},
            "_acme": {"type": "object", "required": ["userid"], "properties": {
              "userid": {"type": "string", "pattern": "^[0-9]+$", "maxLength": 38},
              "plan": {"type": "string", "enum": ["free", "paid"], "meta:enum": {"free": "Free", "paid": "Paid"},
               "meta:status": "deprecated"},
              "born": {"type": "string", "format": "date"},
              "score": {"type": "number", "minimum": 0, "maximum": 1},
              "visits": {"type": "integer", "minimum": -9007199254740991, "maximum": 9007199254740991},
              "tiny": {"type": "integer", "minimum": -128, "maximum": 128},
              "small": {"type": "integer", "minimum": -32768, "maximum": 32768},
              "count": {"type": "integer"},
              "open": {"type": "object", "meta:xdmType": "object"}
            }}
          }
        }
        """;

    private static readonly XdmFieldTree Tree =
        Parse(Full, [new IdentityDescriptor { SourceProperty = "/_acme/userid", Namespace = "ECID", IsPrimary = true }]);

    [Theory]
    [InlineData("_id", "string")]
    [InlineData("timestamp", "date-time")]
    [InlineData("identityMap", "map")]
    [InlineData("identityMap{}", "array")]
    [InlineData("identityMap{}[]", "object")]
    [InlineData("identityMap{}[].id", "string")]
    [InlineData("productListItems", "array")]
    [InlineData("productListItems[].quantity", "short")]
    [InlineData("_acme.born", "date")]
    [InlineData("_acme.score", "number")]
    [InlineData("_acme.visits", "long")]
    [InlineData("_acme.tiny", "byte")]
    [InlineData("_acme.small", "short")]
    [InlineData("_acme.count", "int")]
    [InlineData("_acme.open", "object")]
    public void Every_field_has_its_path_and_type(string path, string type) =>
        Assert.Equal(type, Assert.Single(Tree.All, field => field.Path == path).Type.Value);

    [Fact]
    public void Limits_are_read()
    {
        XdmField id = Tree.Find("_acme.userid")!, plan = Tree.Find("_acme.plan")!, score = Tree.Find("_acme.score")!,
            items = Tree.Find("productListItems")!;
        Assert.Equal(("^[0-9]+$", 38, true), (id.Pattern, id.MaxLength, id.IsRequired));
        Assert.Equal(["free", "paid"], plan.Enum);
        Assert.Equal("Paid", plan.EnumTitles["paid"]);
        Assert.Equal((0.0, 1.0), (score.Minimum, score.Maximum));
        Assert.Equal(1, items.MinItems ?? 1);
        Assert.True(plan.IsDeprecated);
        Assert.Equal(JsonValueKind.False, Tree.Find("identityMap.primary")!.Default.ValueKind);
        Assert.Equal("View", Tree.Find("eventType")!.EnumTitles["web.view"]);
        Assert.Empty(Tree.Find("eventType")!.Enum);
    }

    [Fact]
    public void What_is_required_and_what_is_the_tenants_own_is_known()
    {
        Assert.Equal(["_id", "timestamp", "_acme.userid"], Tree.All.Where(field => field.IsRequired).Select(field => field.Path));
        Assert.Equal("_acme", Tree.TenantNamespace);
        Assert.All(Tree.All, field => Assert.Equal(field.Path.StartsWith("_acme", StringComparison.Ordinal), field.IsCustom));
        Assert.True(Tree.Find("_acme.open")!.IsOpen);
        Assert.Same(Tree.Find("_acme.userid"), Tree.Root.Field("_acme")!.Field("userid"));
        Assert.Null(Tree.Root.Field("nothing"));
    }

    [Theory]
    [InlineData("/productListItems/SKU")]
    [InlineData("productListItems[*].SKU")]
    [InlineData("productListItems[3].SKU")]
    [InlineData("productListItems[].SKU")]
    public void A_field_is_found_however_its_path_is_written(string path) => Assert.Equal("productListItems[].SKU", Tree.Find(path)!.Path);

    [Fact]
    public void A_descriptor_stands_at_its_field()
    {
        var identity = Assert.IsType<IdentityDescriptor>(Assert.Single(Tree.Find("_acme.userid")!.Descriptors));
        Assert.True(identity.IsPrimary);
        Assert.Equal("/_acme/userid", Tree.Find("_acme.userid")!.SourceProperty);
        Assert.True(Parse(Full,
            [new DeprecatedFieldDescriptor { SourceProperties = ["/eventType", "/timestamp"] }]).Find("timestamp")!.IsDeprecated);
    }

    [Fact]
    public void Definitions_of_the_document_itself_are_taken_in_and_others_are_named()
    {
        XdmFieldTree tree = Parse("""
            {"$id":"https://ns.adobe.com/acme/mixins/1","title":"Group","type":"object",
             "definitions":{"one":{"properties":{"_acme":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}}},
                            "two":{"properties":{"_acme":{"type":"object","properties":{"b":{"$ref":"#/definitions/text"},
                             "c":{"$ref":"https://ns.adobe.com/xdm/common/address"}}}}},
                            "text":{"type":"string","title":"Text"}},
             "allOf":[{"$ref":"#/definitions/one"},{"$ref":"#/definitions/two"},
              {"$ref":"https://ns.adobe.com/xdm/common/extensible#/definitions/@context"}]}
            """);
        Assert.Equal(["_acme", "_acme.a", "_acme.b", "_acme.c"], tree.All.Select(field => field.Path));
        Assert.True(tree.Find("_acme.a")!.IsRequired);
        Assert.Equal("Text", tree.Find("_acme.b")!.Title);
        Assert.Equal(XdmFieldType.String, tree.Find("_acme.b")!.Type);
        Assert.Equal("https://ns.adobe.com/xdm/common/address", tree.Find("_acme.c")!.Reference);
        Assert.Equal(["https://ns.adobe.com/xdm/common/address", "https://ns.adobe.com/xdm/common/extensible#/definitions/@context"],
            tree.UnresolvedReferences.Order());
    }

    [Theory]
    [InlineData("[]", "JSON object")]
    [InlineData("""{"title":"T","properties":{"a":5}}""", "/properties/a")]
    [InlineData("""{"title":"T","allOf":[{"$ref":"#/definitions/none"}]}""", "leads nowhere")]
    [InlineData("""{"title":"T","definitions":{"a":{"$ref":"#/definitions/a"}},"allOf":[{"$ref":"#/definitions/a"}]}""", "circle")]
    [InlineData(
        """{"title":"T","definitions":{"a":{"properties":{"x":{"$ref":"#/definitions/a"}}}},"allOf":[{"$ref":"#/definitions/a"}]}""",
            "deeper")]
    public void What_is_no_schema_is_refused(string document, string reason)
    {
        AepException refused = Assert.Throws<AepException>(() => Parse(document));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_has_a_line_for_every_field()
    {
        string[] lines = Tree.ToTable().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Tree.All.Count(field => field.Name.Length > 0) + 1, lines.Length);
        Assert.Contains(lines,
            line => line.StartsWith("_acme.userid", StringComparison.Ordinal) && line.Contains("yes", StringComparison.Ordinal)
            && line.Contains("primary identity ECID", StringComparison.Ordinal));
        Assert.Contains(lines,
            line => line.StartsWith("productListItems ", StringComparison.Ordinal) && line.Contains("object[]", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("identityMap ", StringComparison.Ordinal) && line.Contains(
            "map of object[]", StringComparison.Ordinal));
    }

    private static XdmFieldTree Parse(string json, IReadOnlyList<Descriptor>? descriptors = null)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return XdmFieldTree.Parse(document.RootElement.Clone(), descriptors);
    }
}
