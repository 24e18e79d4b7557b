using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Tests.Schemas;

/// <summary>A C# type describes fields: as the serializer names them, with what its attributes say.</summary>
public sealed class XdmFromTypesTests
{
    private static readonly FieldGroupDefinition Group =
        XdmFieldGroup.From(XdmModelJson.Default.ShopFields, "Shop", XdmClasses.ExperienceEvent);

    [Theory]
    [InlineData("userId", """{"type":"string","title":"User","description":"Who it was.","pattern":"^[0-9]+$","maxLength":38}""")]
    [InlineData("plan", """{"type":"string","title":"plan","enum":["Free","Paid"],"meta:enum":{"Free":"Free plan","Paid":"Paid plan"}}""")]
    [InlineData("channel", """{"type":"string","title":"channel","meta:enum":{"web":"Web shop","app":"App"}}""")]
    [InlineData("score", """{"type":"number","title":"score","minimum":0,"maximum":1}""")]
    [InlineData("born", """{"type":"string","title":"born","format":"date"}""")]
    [InlineData("page", """{"type":"string","title":"page","format":"uri"}""")]
    [InlineData("visits", """{"type":"integer","title":"visits","minimum":-2147483648,"maximum":2147483647}""")]
    [InlineData("small", """{"type":"integer","title":"small","minimum":-32768,"maximum":32767}""")]
    [InlineData("big", """{"type":"integer","title":"big","minimum":-9007199254740991,"maximum":9007199254740991}""")]
    [InlineData("member", """{"type":"boolean","title":"member"}""")]
    [InlineData(
        "items",
        """
        {"type":"array","title":"items","items":{"type":"object","properties":{"sku":{"type":"string","title":"Stock number"},
         "price":{"type":"number","title":"price"}},"required":["sku"]}}
        """)]
    [InlineData("counters",
        """
        {"type":"object","title":"counters","meta:xdmType":"map","additionalProperties":{"type":"integer","minimum":-2147483648,
         "maximum":2147483647}}
        """)]
    [InlineData("address", """{"$ref":"https://ns.adobe.com/xdm/common/address","title":"Address"}""")]
    [InlineData("old-name", """{"type":"string","title":"old-name","meta:status":"deprecated"}""")]
    public void A_property_becomes_a_field(string name, string definition) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(definition), Group.TenantProperties[name]), Group.TenantProperties[name]?.ToJsonString());

    [Fact]
    public void What_the_serializer_leaves_out_is_no_field()
    {
        Assert.DoesNotContain("hidden", Group.TenantProperties.Select(member => member.Key));
        Assert.Equal(14, Group.TenantProperties.Count);
        Assert.Equal(["userId"], Group.Required);
    }

    [Fact]
    public void The_tenants_member_gets_its_name_when_the_program_runs()
    {
        JsonTypeInfo<ShopEvent> type = XdmModelJson.Default.ShopEvent.ForTenant("globex");
        ShopEvent read = JsonSerializer.Deserialize("""{"_id":"1","timestamp":"2026-03-01T00:00:00Z","_globex":{"userId":"7"}}""", type)!;
        Assert.Equal("7", read.Fields.UserId);
        JsonObject written = JsonSerializer.SerializeToNode(read, type)!.AsObject();
        Assert.Equal(["_id", "timestamp", "_globex"], written.Select(member => member.Key));
        Assert.Contains("_acme", JsonSerializer.Serialize(read, XdmModelJson.Default.ShopEvent));
        Assert.Contains("[XdmTenant]", Assert.Throws<ArgumentException>(() => XdmModelJson.Default.ShopFields.ForTenant("globex")).Message);
    }

    [Fact]
    public void A_type_of_a_whole_event_gives_the_tenants_part() => Assert.True(JsonNode.DeepEquals(
        Group.TenantProperties, XdmFieldGroup.From(XdmModelJson.Default.ShopEvent, "Shop", XdmClasses.ExperienceEvent).TenantProperties));

    [Fact]
    public void The_tree_of_a_type_has_the_types_that_the_registry_names()
    {
        XdmFieldTree tree = XdmFieldTree.Parse(Group.ToBody("acme"));
        Assert.Equal(
            ["string", "string", "string", "number", "date", "string", "int", "short", "long", "boolean", "array", "object", "string",
                "number", "map", "int", "object", "string"],
            tree.All.Skip(1).Select(field => field.Type.Value));
        Assert.True(tree.Find("_acme.items.sku")!.IsRequired);
    }

    [Fact]
    public void A_schema_knows_its_identities()
    {
        XdmSchema schema = XdmSchema.From(XdmModelJson.Default.ShopEvent, "Shop events", XdmClasses.ExperienceEvent);
        Assert.Equal(new XdmIdentity("userId", "ECID", true), Assert.Single(schema.Identities));
        Assert.Equal("Shop events fields", schema.Fields.Title);
    }

    [Fact]
    public void What_XDM_does_not_have_is_listed_with_its_place()
    {
        string message = Assert.Throws<ArgumentException>(
            () => XdmFieldGroup.From(XdmModelJson.Default.Unfit, "Unfit", XdmClasses.ExperienceEvent)).Message;
        Assert.All(["anything: Object has no", "tree: JsonObject has no", "self: Unfit holds itself", "huge: UInt64 has no",
            "rates: the values of a map"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Attributes_that_do_not_fit_are_listed_with_their_place()
    {
        string message = Assert.Throws<ArgumentException>(
            () => XdmFieldGroup.From(XdmModelJson.Default.Misfit, "Misfit", XdmClasses.ExperienceEvent)).Message;
        Assert.All(["number: format, pattern", "range: the minimum 2", "plan: 'Gone' is none", "identity: an identity is a text",
            "text: a minimum"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.Contains(
            "One, Two", Assert.Throws<ArgumentException>(() => XdmSchema.From(XdmModelJson.Default.TwoPrimaries, "Two",
                XdmClasses.IndividualProfile)).Message.Replace("one, two", "One, Two", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
