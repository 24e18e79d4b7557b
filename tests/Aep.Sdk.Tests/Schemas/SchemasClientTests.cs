using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;
using WireMock;

namespace Aep.Sdk.Tests.Schemas;

public sealed class SchemasClientTests : IDisposable
{
    private const string Root = "/data/foundation/schemaregistry";
    private const string Id = "https://ns.adobe.com/acme/schemas/1";
    private const string Resource =
        $$$"""
        {"$id":"{{{Id}}}","meta:altId":"_acme.schemas.1","title":"Events","version":"1.0","meta:immutableTags":[],
         "new member":{"kept":true}}
        """;

    private readonly Wire _wire = new();
    private readonly SchemasClient _schemas;

    public SchemasClientTests() => _schemas = new SchemasClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_schema_is_read_by_its_id_and_keeps_what_is_new()
    {
        _wire.On("GET", $"{Root}/tenant/schemas/{Id}", Resource);
        Schema schema = await _schemas.GetAsync(Id);
        Assert.Equal((Id, "_acme.schemas.1", "Events"), (schema.Id, schema.AltId, schema.Title));
        Assert.True(schema.AdditionalProperties["new member"].GetProperty("kept").GetBoolean());
        IRequestMessage request = Assert.Single(_wire.Requests);
        Assert.Equal("application/vnd.adobe.xed+json; version=1", Accept(request));
    }

    [Fact]
    public async Task A_new_schema_is_composed_of_its_class_and_field_groups()
    {
        _wire.On("GET", $"{Root}/tenant/schemas", """{"results":[],"_page":{"next":null}}""")
            .On("POST", $"{Root}/tenant/schemas", Resource);
        await _schemas.GetOrCreateAsync(
            new SchemaDefinition("Events", XdmClasses.ExperienceEvent, ["https://ns.adobe.com/acme/mixins/1", XdmFieldGroups.Web]));
        IRequestMessage created = _wire.Single("POST", $"{Root}/tenant/schemas");
        JsonNode body = JsonNode.Parse(created.Body!)!;
        Assert.Equal("Events", (string?)body["title"]);
        Assert.Equal(
            [XdmClasses.ExperienceEvent, "https://ns.adobe.com/acme/mixins/1", XdmFieldGroups.Web],
            body["allOf"]!.AsArray().Select(part => (string?)part!["$ref"]));
        Assert.Equal("application/vnd.adobe.xed+json", Accept(created));
    }

    [Fact]
    public async Task An_existing_schema_is_taken_by_its_title_on_whatever_page_it_stands()
    {
        _wire.On(
            "GET", $"{Root}/tenant/schemas",
            """{"results":[{"$id":"https://ns.adobe.com/acme/schemas/0","title":"Events 2"}],"_page":{"next":"Events 2"}}""",
            $$$"""{"results":[{"$id":"{{{Id}}}","title":"Events"}],"_page":{"next":null}}""");
        Schema schema = await _schemas.GetOrCreateAsync(new SchemaDefinition("Events", XdmClasses.ExperienceEvent, []));
        Assert.Equal(Id, schema.Id);
        Assert.Equal(0, _wire.Count("POST", $"{Root}/tenant/schemas"));
        Assert.Equal("application/vnd.adobe.xed+json", Accept(_wire.Requests[0]));
        Assert.Equal("Events 2", Wire.Query(_wire.Requests[1], "start"));
        Assert.All(_wire.Requests.Take(2), request => Assert.Equal("title", Wire.Query(request, "orderby")));
    }

    [Fact]
    public async Task A_schema_joins_the_union_once()
    {
        string joined = Resource.Replace("\"meta:immutableTags\":[]", "\"meta:immutableTags\":[\"union\"]", StringComparison.Ordinal);
        _wire.On("GET", $"{Root}/tenant/schemas/{Id}", Resource, joined).On("PATCH", $"{Root}/tenant/schemas/_acme.schemas.1", joined);
        Assert.True((await _schemas.EnableForProfileAsync(Id)).IsEnabledForProfile);
        Wire.IsJson("""[{"op":"add","path":"/meta:immutableTags","value":["union"]}]""", _wire.Single(
            "PATCH", $"{Root}/tenant/schemas/_acme.schemas.1"));
        await _schemas.EnableForProfileAsync(Id);
        Assert.Equal(1, _wire.Count("PATCH", $"{Root}/tenant/schemas/_acme.schemas.1"));
    }

    [Fact]
    public async Task A_field_group_puts_its_fields_below_the_tenant()
    {
        _wire.On("GET", $"{Root}/stats", """{"tenantId":"acme"}""").On("GET", $"{Root}/tenant/fieldgroups", """{"results":[],"_page":{}}""")
            .On("POST", $"{Root}/tenant/fieldgroups",
                """{"$id":"https://ns.adobe.com/acme/mixins/1","meta:altId":"_acme.mixins.1","title":"Fields"}""");
        await _schemas.FieldGroups.GetOrCreateAsync(new FieldGroupDefinition(
            "Fields", new JsonObject { ["userid"] = new JsonObject { ["type"] = "string" } }, [XdmClasses.ExperienceEvent]));
        JsonNode body = JsonNode.Parse(_wire.Single("POST", $"{Root}/tenant/fieldgroups").Body!)!;
        Assert.Equal("string", (string?)body["definitions"]!["customFields"]!["properties"]!["_acme"]!["properties"]!["userid"]!["type"]);
        Assert.Equal([XdmClasses.ExperienceEvent], body["meta:intendedToExtend"]!.AsArray().Select(id => (string?)id));
    }

    [Fact]
    public async Task An_identity_is_described_once()
    {
        _wire.On(
                "GET", $"{Root}/tenant/descriptors", """{"results":[],"_page":{}}""", """{"results":[],"_page":{}}""",
                $$$"""
                {"results":[{"@id":"d1","@type":"xdm:descriptorIdentity","xdm:sourceSchema":"{{{Id}}}",
                 "xdm:sourceProperty":"/_acme/userid","xdm:namespace":"ECID","xdm:isPrimary":true}],"_page":{}}
                """)
            .On("POST", $"{Root}/tenant/descriptors",
                $$"""
                {"@id":"d1","@type":"xdm:descriptorIdentity","xdm:sourceSchema":"{{Id}}","xdm:sourceProperty":"/_acme/userid",
                 "xdm:namespace":"ECID","xdm:isPrimary":true}
                """);
        var definition =
            new IdentityDescriptor { SourceSchema = Id, SourceProperty = "/_acme/userid", Namespace = "ECID", IsPrimary = true };
        IdentityDescriptor first =
            await _schemas.Descriptors.GetOrCreateAsync(definition), second = await _schemas.Descriptors.GetOrCreateAsync(definition);
        Assert.Equal((first.Id, 1), (second.Id, _wire.Count("POST", $"{Root}/tenant/descriptors")));
        Wire.IsJson(
            $$"""
            {"@type":"xdm:descriptorIdentity","xdm:sourceSchema":"{{Id}}","xdm:sourceVersion":1,"xdm:sourceProperty":"/_acme/userid",
             "xdm:namespace":"ECID","xdm:property":"xdm:code","xdm:isPrimary":true}
            """,
            _wire.Single("POST", $"{Root}/tenant/descriptors"));
    }

    private static string Accept(IRequestMessage request) => string.Join(", ", request.Headers!["Accept"]);
}
