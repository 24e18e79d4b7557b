using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

/// <summary>Each test has a platform of its own: a union is shared by all schemas of a class.</summary>
public sealed class UnionTests : IAsyncLifetime
{
    private const string Full = "application/vnd.adobe.xed-full+json; version=1";
    private EmulatorFixture _fixture = null!;
    private RegistryClient _registry = null!;

    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync();
        _registry = new RegistryClient(_fixture);
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_schema_without_a_primary_identity_does_not_enter_the_union()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Patch, $"/tenant/schemas/{schema["meta:altId"]}", RegistryClient.UnionTag()), 400,
            "XDM-1528-400");
    }

    [Fact]
    public async Task A_schema_with_the_identity_map_field_group_enters_the_union()
    {
        JsonObject schema = await _registry.CreateAsync(
            "schemas", RegistryClient.Schema("Mapped", RegistryClient.Profile, "https://ns.adobe.com/xdm/context/identitymap"));
        await _registry.EnableAsync(schema);
    }

    [Fact]
    public async Task The_union_holds_the_fields_of_its_members()
    {
        (_, JsonObject none) = await _registry.SendAsync(HttpMethod.Get, "/tenant/unions", accept: "application/vnd.adobe.xed-id+json");
        Assert.Empty(none["results"]!.AsArray());
        await EnableProfileAsync("userid");
        await EnableProfileAsync("email");
        foreach (string place in (string[])["unions", "schemas"])
        {
            (int status, JsonObject union) =
                await _registry.SendAsync(HttpMethod.Get, $"/tenant/{place}/_xdm.context.profile__union", accept: Full);
            Assert.Equal(200, status);
            JsonObject fields = union["properties"]!["_" + _registry.Tenant]!["properties"]!.AsObject();
            Assert.Equal(["email", "userid"], fields.Select(field => field.Key).Order(StringComparer.Ordinal));
            Assert.NotNull(union["properties"]!["identityMap"]);
        }
    }

    [Fact]
    public async Task The_tag_cannot_be_taken_away_nor_the_schema_deleted()
    {
        JsonObject schema = await EnableProfileAsync("userid");
        string path = $"/tenant/schemas/{schema["meta:altId"]}";
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Patch, path, RegistryClient.Patch("remove", "/meta:immutableTags")), 400, "XDM-1400-400");
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Patch, path, RegistryClient.Patch("replace", "/meta:immutableTags", new JsonArray())), 400,
            "XDM-1400-400");
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Delete, path), 400, "XDM-1400-400");
    }

    [Fact]
    public async Task A_schema_in_the_union_grows_but_loses_nothing()
    {
        JsonObject schema = await EnableProfileAsync("userid");
        string path = $"/tenant/schemas/{schema["meta:altId"]}";
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Patch, path, RegistryClient.Patch("remove", "/allOf/1")), 400, "XDM-1400-400");
        JsonObject more = await _registry.CreateAsync(
            "fieldgroups", _registry.FieldGroup(
                "More", RegistryClient.Profile, new JsonObject { ["score"] = new JsonObject { ["type"] = "number" } }));
        JsonNode reference = new JsonObject { ["$ref"] = (string)more["$id"]! };
        (int status, JsonObject grown) =
            await _registry.SendAsync(HttpMethod.Patch, path, RegistryClient.Patch("add", "/allOf/-", reference));
        Assert.True(status == 200, grown.ToJsonString());
        string field = $"/definitions/customFields/properties/_{_registry.Tenant}/properties/score";
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Patch, $"/tenant/fieldgroups/{more["meta:altId"]}", RegistryClient.Patch("remove", field)),
            400, "XDM-1400-400");
    }

    [Fact]
    public async Task A_field_with_another_type_than_in_the_union_is_refused()
    {
        await EnableProfileAsync("userid");
        JsonObject other = await _registry.CreateProfileSchemaAsync(new JsonObject
        {
            ["userid"] = new JsonObject { ["type"] = "number" },
            ["key"] = new JsonObject { ["type"] = "string" },
        });
        await _registry.CreateAsync("descriptors", _registry.IdentityDescriptor((string)other["$id"]!, "key"));
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Patch, $"/tenant/schemas/{other["meta:altId"]}", RegistryClient.UnionTag()), 400,
            "XDM-1413-400");
    }

    private async Task<JsonObject> EnableProfileAsync(string field)
    {
        JsonObject schema = await _registry.CreateProfileSchemaAsync(RegistryClient.TextField(field));
        await _registry.CreateAsync("descriptors", _registry.IdentityDescriptor((string)schema["$id"]!, field));
        await _registry.EnableAsync(schema);
        return schema;
    }
}
