using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

public sealed class DescriptorTypeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly RegistryClient _registry = new(fixture);

    [Theory]
    [InlineData("""{"@type":"xdm:alternateDisplayInfo","xdm:sourceProperty":"/eventType","xdm:title":{"en_us":"Kind"}}""")]
    [InlineData(
        """
        {"@type":"xdm:descriptorOneToOne","xdm:sourceProperty":"/eventType","xdm:destinationVersion":1,
         "xdm:destinationProperty":"/producedBy"}
        """)]
    [InlineData("""{"@type":"xdm:descriptorRelationship","xdm:sourceProperty":"/eventType","xdm:cardinality":"M:1"}""")]
    [InlineData("""{"@type":"xdm:descriptorReferenceIdentity","xdm:sourceProperty":"/eventType","xdm:identityNamespace":"Email"}""")]
    [InlineData("""{"@type":"xdm:descriptorPrimaryKey","xdm:sourceProperty":["/_id","/timestamp"]}""")]
    [InlineData("""{"@type":"xdm:descriptorVersion","xdm:sourceProperty":"/_id"}""")]
    [InlineData("""{"@type":"xdm:descriptorTimestamp","xdm:sourceProperty":"/timestamp"}""")]
    [InlineData("""{"@type":"xdm:descriptorDeprecated","xdm:sourceProperty":"/producedBy"}""")]
    public async Task Every_type_is_created_listed_and_deleted(string text)
    {
        JsonObject created = await _registry.CreateAsync("descriptors", await DescriptorAsync(text));
        (_, JsonObject listed) =
            await _registry.SendAsync(HttpMethod.Get, "/tenant/descriptors", accept: "application/vnd.adobe.xdm-id+json");
        Assert.Contains(listed[(string)created["@type"]!]!.AsArray(), id => (string?)id == (string?)created["@id"]);
        (int deleted, _) = await _registry.SendAsync(HttpMethod.Delete, $"/tenant/descriptors/{created["@id"]}");
        Assert.Equal(204, deleted);
    }

    [Theory]
    [InlineData("""{"@type":"xdm:nothing","xdm:sourceProperty":"/eventType"}""")]
    [InlineData("""{"@type":"xdm:alternateDisplayInfo","xdm:sourceProperty":"/nothing","xdm:title":{"en_us":"Kind"}}""")]
    [InlineData("""{"@type":"xdm:alternateDisplayInfo","xdm:sourceProperty":"/eventType"}""")]
    [InlineData("""{"@type":"xdm:descriptorOneToOne","xdm:sourceProperty":"/eventType","xdm:destinationProperty":"/timestamp"}""")]
    [InlineData("""{"@type":"xdm:descriptorRelationship","xdm:sourceProperty":"/eventType","xdm:cardinality":"many"}""")]
    [InlineData("""{"@type":"xdm:descriptorReferenceIdentity","xdm:sourceProperty":"/timestamp","xdm:identityNamespace":"Email"}""")]
    [InlineData("""{"@type":"xdm:descriptorReferenceIdentity","xdm:sourceProperty":"/eventType"}""")]
    [InlineData("""{"@type":"xdm:descriptorPrimaryKey","xdm:sourceProperty":"/_id"}""")]
    [InlineData("""{"@type":"xdm:descriptorVersion","xdm:sourceProperty":"/eventType"}""")]
    [InlineData("""{"@type":"xdm:descriptorTimestamp","xdm:sourceProperty":"/_id"}""")]
    public async Task A_descriptor_that_says_too_little_or_the_wrong_is_refused(string text)
    {
        JsonObject body = await DescriptorAsync(text);
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Post, "/tenant/descriptors", body), 400, "XDM-1400-400");
    }

    [Theory]
    [InlineData("xed-full+json; version=1", "directMarketing")]
    [InlineData("xed-full-notext+json; version=1", "directMarketing")]
    [InlineData("xed-full-desc+json; version=1", "directMarketing")]
    [InlineData("xed-deprecatefield+json; version=1", "directMarketing")]
    [InlineData("xed-full-flat+json; version=1", "directMarketing.opens.value")]
    public async Task A_schema_is_shown_in_each_form(string accept, string field)
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync();
        (int status, JsonObject shown) = await _registry.SendAsync(
            HttpMethod.Get, $"/tenant/schemas/{schema["meta:altId"]}", accept: "application/vnd.adobe." + accept);
        Assert.Equal(200, status);
        Assert.True(
            shown["properties"]![field] is not null, string.Join(' ', shown["properties"]!.AsObject().Select(member => member.Key)));
    }

    private async Task<JsonObject> DescriptorAsync(string text)
    {
        JsonObject body = JsonCalls.Json(text);
        body["xdm:sourceSchema"] = (string)(await _registry.CreateEventSchemaAsync(withIdentity: false))["$id"]!;
        body["xdm:sourceVersion"] = 1;
        if (text.Contains("OneToOne", StringComparison.Ordinal) || text.Contains("Relationship", StringComparison.Ordinal))
            body["xdm:destinationSchema"] = (string)(await _registry.CreateEventSchemaAsync(withIdentity: false))["$id"]!;
        return body;
    }
}
