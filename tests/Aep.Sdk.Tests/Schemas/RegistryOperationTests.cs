using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;
using WireMock;

namespace Aep.Sdk.Tests.Schemas;

/// <summary>Every operation of the registry, as it goes over the wire.</summary>
public sealed class RegistryOperationTests : IDisposable
{
    private const string Root = "/data/foundation/schemaregistry";
    private const string Id = "_acme.things.1";
    private const string Thing =
        """
        {"$id":"https://ns.adobe.com/acme/things/1","meta:altId":"_acme.things.1","title":"Thing","meta:registryMetadata":{"eTag":"e1",
         "repo:createdDate":1635537329990}}
        """;

    private readonly Wire _wire = new();
    private readonly SchemasClient _schemas;

    public RegistryOperationTests() => _schemas = new SchemasClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    public static TheoryData<string> Kinds => ["schemas", "classes", "fieldgroups", "datatypes"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Every_kind_of_resource_has_the_same_operations(string kind) => kind switch
    {
        "schemas" => OperationsAsync(kind, _schemas, new SchemaDefinition("Thing", XdmClasses.ExperienceEvent, [])),
        "classes" => OperationsAsync(kind, _schemas.Classes, new ClassDefinition("Thing", XdmBehaviors.Record)),
        "fieldgroups" => OperationsAsync(kind, _schemas.FieldGroups,
            new FieldGroupDefinition("Thing", Text("a"), [XdmClasses.ExperienceEvent])),
        _ => OperationsAsync(kind, _schemas.DataTypes, new DataTypeDefinition("Thing", Text("a"))),
    };

    private async Task OperationsAsync<T, TDefinition>(string kind, RegistryResourceClient<T, TDefinition> client, TDefinition definition)
        where T : XdmResource
        where TDefinition : XdmDefinition
    {
        string own = $"{Root}/tenant/{kind}";
        _wire.On("GET", $"{Root}/stats", """{"tenantId":"acme"}""")
            .On("GET", $"{Root}/global/{kind}", $$"""{"results":[{{Thing}}],"_page":{"next":null} }""")
            .On("GET", own, $$"""{"results":[{{Thing}}],"_page":{"next":"Thing"} }""", """{"results":[],"_page":{"next":null}}""")
            .On("GET", $"{own}/{Id}", Thing).On("POST", own, (201, Thing)).On("PUT", $"{own}/{Id}", Thing).On("PATCH", $"{own}/{Id}", Thing)
            .On("DELETE", $"{own}/{Id}", (204, ""));
        Assert.Equal("Thing", Assert.Single(await client.ListAsync().ToListAsync()).Title);
        Assert.Equal("e1", Assert.Single(await client.ListWholeAsync(RegistryQuery.Global).ToListAsync()).Metadata!.ETag);
        T read = await client.GetAsync(Id);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1635537329990), read.Metadata!.CreatedAt);
        await client.CreateAsync(definition);
        await client.ReplaceAsync(Id, definition);
        await client.PatchAsync(Id, [JsonPatchOperation.Replace("/title", "Thing")]);
        await client.DeleteAsync(Id);
        Assert.Equal(2, _wire.Count("GET", own));
        Assert.Equal(JsonNode.Parse(_wire.Single("POST", own).Body!)!.ToJsonString(),
            JsonNode.Parse(_wire.Single("PUT", $"{own}/{Id}").Body!)!.ToJsonString());
        Wire.IsJson("""[{"op":"replace","path":"/title","value":"Thing"}]""", _wire.Single("PATCH", $"{own}/{Id}"));
        Assert.Equal(1, _wire.Count("DELETE", $"{own}/{Id}"));
    }

    public static TheoryData<string, string> Formats => new()
    {
        { XdmFormat.Raw.Value, "application/vnd.adobe.xed+json; version=1" },
        { XdmFormat.Full.Value, "application/vnd.adobe.xed-full+json; version=1" },
        { XdmFormat.RawWithoutTexts.Value, "application/vnd.adobe.xed-notext+json; version=1" },
        { XdmFormat.FullWithoutTexts.Value, "application/vnd.adobe.xed-full-notext+json; version=1" },
        { XdmFormat.FullWithDescriptors.Value, "application/vnd.adobe.xed-full-desc+json; version=1" },
        { XdmFormat.FullWithDeprecatedFields.Value, "application/vnd.adobe.xed-deprecatefield+json; version=1" },
        { "xdm-full", "application/vnd.adobe.xdm-full+json; version=1" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_resource_is_shown_in_the_form_of_choice(string format, string accept)
    {
        _wire.On("GET", $"{Root}/tenant/schemas/{Id}", """{"$id":"https://ns.adobe.com/acme/schemas/1"}""");
        Assert.Equal("", (await _schemas.GetAsync(Id, new XdmFormat(format))).Title);
        Assert.Equal(accept, Accept(Assert.Single(_wire.Requests)));
    }

    [Theory]
    [InlineData("https://ns.adobe.com/xdm/context/profile", "global")]
    [InlineData("_xdm.context.profile", "global")]
    [InlineData("https://ns.adobe.com/experience/analytics", "global")]
    [InlineData("https://ns.adobe.com/acme/classes/1", "tenant")]
    [InlineData("_acme.classes.1", "tenant")]
    public async Task A_resource_is_looked_for_where_its_id_says(string id, string container)
    {
        _wire.On("GET", $"{Root}/{container}/classes/{id}", Thing);
        await _schemas.Classes.GetAsync(id);
        Assert.Equal($"{Root}/{container}/classes/{id}", Assert.Single(_wire.Requests).Path);
    }

    [Fact]
    public async Task Listings_are_filtered_and_sorted()
    {
        _wire.On("GET", $"{Root}/tenant/schemas", """{"results":[]}""");
        await _schemas.ListAsync(RegistryQuery.InUnion() with
        {
            OrderBy = "-version",
            Filters = [.. RegistryQuery.InUnion().Filters, RegistryFilter.Has("title")]
        }).ToListAsync();
        IRequestMessage request = Assert.Single(_wire.Requests);
        Assert.Equal(["meta:immutableTags==union", "title"], request.Query!["property"]);
        Assert.Equal("-version", Wire.Query(request, "orderby"));
        Assert.Equal("application/vnd.adobe.xed-id+json", Accept(request));
    }

    [Fact]
    public async Task Behaviors_and_unions_are_read()
    {
        _wire.On("GET", $"{Root}/global/behaviors", $$"""{"results":[{{Thing}}]}""")
            .On("GET", $"{Root}/global/behaviors/{XdmBehaviors.Record}", Thing)
            .On("GET", $"{Root}/tenant/unions", $$"""{"results":[{{Thing}}]}""")
            .On("GET", $"{Root}/tenant/unions/{XdmClasses.IndividualProfile}__union",
                """{"$id":"u","title":"U","type":"object","properties":{"_id":{"type":"string"}}}""");
        Assert.Single(await _schemas.Behaviors.ListAsync().ToListAsync());
        Assert.Equal("Thing", (await _schemas.Behaviors.GetAsync(XdmBehaviors.Record)).Title);
        Assert.Single(await _schemas.Unions.ListAsync().ToListAsync());
        Assert.Equal("_id", Assert.Single((await _schemas.Unions.GetFieldsAsync(XdmClasses.IndividualProfile)).All).Path);
    }

    [Fact]
    public async Task Samples_exports_imports_and_the_audit_log_go_to_their_places()
    {
        _wire.On("GET", $"{Root}/rpc/sampledata/{Id}", """{"_id":"/uri-reference"}""").On("GET", $"{Root}/rpc/export/{Id}", $"[{Thing}]")
            .On("POST", $"{Root}/rpc/import", $"[{Thing}]")
            .On("GET", $"{Root}/rpc/auditlog/{Id}",
                """
                [{"id":"x","updatedTime":"02-19-2021 05:43:56","sandBoxId":"s","updates":[{"id":"y","xdmType":"schemas","action":"add",
                 "path":"/a","value":{"b":1}}]}]
                """);
        Assert.Equal("/uri-reference", (string?)(await _schemas.Registry.GetSampleAsync(Id))["_id"]);
        JsonArray exported = await _schemas.Registry.ExportAsync(Id);
        await _schemas.Registry.ImportAsync(exported);
        Wire.IsJson($"[{Thing}]", _wire.Single("POST", $"{Root}/rpc/import"));
        AuditLogEntry entry = Assert.Single(await _schemas.Registry.GetAuditLogAsync(Id));
        Assert.Equal(1, Assert.Single(entry.Updates).Value!.Value.GetProperty("b").GetInt32());
        Assert.Equal("s", entry.AdditionalProperties["sandBoxId"].GetString());
    }

    [Fact]
    public async Task The_audit_log_is_read_as_the_guide_shows_it_too()
    {
        _wire.On("GET", $"{Root}/rpc/auditlog/{Id}", """[{"id":"x","auditTrails":[{"id":"y","action":"add","path":"/a","value":0}]}]""");
        Assert.Equal("/a", Assert.Single(Assert.Single(await _schemas.Registry.GetAuditLogAsync(Id)).Updates).Path);
    }

    [Theory]
    [InlineData("""[{"$id":"c","title":"C","numberOfSchemas":1,"schemas":[{"$id":"s"}]}]""")]
    [InlineData("""{"c":[{"$id":"s"}]}""")]
    public async Task The_use_of_classes_is_read_in_both_shapes(string usage)
    {
        _wire.On("GET", $"{Root}/stats",
            $$"""{"tenantId":"acme","counts":{"schemas":4},"recentlyCreatedResources":[{"title":"No id"}],"classUsage":{{usage}} }""");
        RegistryStats stats = await _schemas.GetStatsAsync();
        Assert.Equal(("acme", 4L, "No id"), (stats.TenantId, stats.Counts["schemas"], stats.RecentlyCreatedResources[0].Title));
        ClassUsage used = Assert.Single(stats.ClassUsage);
        Assert.Equal(("c", 1, "s"), (used.ClassId, used.NumberOfSchemas, used.Schemas[0].Id));
    }

    [Fact]
    public async Task Field_groups_are_added_once()
    {
        _wire.On("GET", $"{Root}/tenant/schemas/{Id}", $$"""{"$id":"{{Id}}","meta:altId":"{{Id}}","title":"T","allOf":[{"$ref":"a"}]}""")
            .On("PATCH", $"{Root}/tenant/schemas/{Id}", Thing);
        await _schemas.AddFieldGroupsAsync(Id, ["a"]);
        Assert.DoesNotContain(_wire.Requests, request => request.Method == "PATCH");
        await _schemas.AddFieldGroupsAsync(Id, ["a", "b", "b"]);
        Wire.IsJson(
            """[{"op":"add","path":"/allOf/-","value":{"$ref":"b","type":"object","meta:xdmType":"object"}}]""",
                _wire.Single("PATCH", $"{Root}/tenant/schemas/{Id}"));
    }

    [Fact]
    public async Task Own_fields_are_deprecated_in_their_definition_and_others_in_the_schema()
    {
        _wire.On("GET", $"{Root}/tenant/datatypes/{Id}",
            """
            {"$id":"d","title":"D","type":"object","properties":{"a":{"type":"string"},"b":{"type":"string","meta:status":"deprecated"}}}
            """)
            .On("PATCH", $"{Root}/tenant/datatypes/{Id}", Thing)
            .On("GET", $"{Root}/tenant/schemas/{Id}",
                """
                {"$id":"s","title":"S","type":"object","properties":{"faxPhone":{"type":"object",
                 "properties":{"number":{"type":"string"}}}}}
                """)
            .On("GET", $"{Root}/tenant/descriptors", """{"results":[]}""")
                .On("POST", $"{Root}/tenant/descriptors", (201, """{"@id":"d1","@type":"xdm:descriptorDeprecated"}"""));
        await _schemas.DataTypes.DeprecateFieldAsync(Id, "a");
        await _schemas.DataTypes.DeprecateFieldAsync(Id, "b");
        Wire.IsJson("""[{"op":"add","path":"/properties/a/meta:status","value":"deprecated"}]""", _wire.Single(
            "PATCH", $"{Root}/tenant/datatypes/{Id}"));
        await _schemas.DeprecateFieldAsync(Id, "faxPhone.number");
        Wire.IsJson(
            """{"@type":"xdm:descriptorDeprecated","xdm:sourceSchema":"s","xdm:sourceVersion":1,"xdm:sourceProperty":"/faxPhone/number"}""",
            _wire.Single("POST", $"{Root}/tenant/descriptors"));
        await Assert.ThrowsAsync<AepException>(() => _schemas.DeprecateFieldAsync(Id, "nothing"));
        await Assert.ThrowsAsync<AepException>(() => _schemas.DataTypes.DeprecateFieldAsync(Id, "nothing"));
    }

    private static JsonObject Text(string name) => new() { [name] = new JsonObject { ["type"] = "string" } };

    private static string Accept(IRequestMessage request) => string.Join(", ", request.Headers!["Accept"]);
}
