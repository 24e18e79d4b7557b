using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

public sealed class DescriptorTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Invalid = "XDM-1400-400";
    private readonly RegistryClient _registry = new(fixture);

    [Theory]
    [InlineData("application/vnd.adobe.xdm-v2+json", """{"results":[]""")]
    [InlineData("application/vnd.adobe.xdm+json", "{}")]
    public async Task Standard_resources_have_no_descriptors(string accept, string begin)
    {
        (int status, JsonObject listed) = await _registry.SendAsync(HttpMethod.Get, "/global/descriptors?orderby=@id", accept: accept);
        Assert.Equal(200, status);
        Assert.StartsWith(begin, listed.ToJsonString());
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Get, "/global/descriptors/none", accept: "application/vnd.adobe.xdm+json"), 404,
            "XDM-1014-404");
    }

    [Fact]
    public async Task An_identity_descriptor_is_created_read_changed_and_deleted()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        JsonObject created = await _registry.CreateAsync("descriptors", _registry.IdentityDescriptor((string)schema["$id"]!));
        string id = (string)created["@id"]!;
        Assert.Matches("^[0-9a-f]{40}$", id);
        (int status, JsonObject found) = await _registry.SendAsync(HttpMethod.Get, $"/tenant/descriptors/{id}", accept: null);
        Assert.Equal(200, status);
        Assert.Equal((string?)schema["$id"], (string?)found["xdm:sourceSchema"]);
        (status, _) = await _registry.SendAsync(
            HttpMethod.Put, $"/tenant/descriptors/{id}",
            _registry.IdentityDescriptor((string)schema["$id"]!, primary: false, identityNamespace: "CRMID"));
        Assert.Equal(200, status);
        (_, found) = await _registry.SendAsync(HttpMethod.Get, $"/tenant/descriptors/{id}", accept: null);
        Assert.Equal("CRMID", (string?)found["xdm:namespace"]);
        Assert.Equal(204, (await _registry.SendAsync(HttpMethod.Delete, $"/tenant/descriptors/{id}")).Status);
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Get, $"/tenant/descriptors/{id}", accept: null), 404, "XDM-1014-404");
    }

    [Fact]
    public async Task The_accept_header_decides_how_descriptors_are_listed()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync();
        (_, JsonObject byType) = await _registry.SendAsync(HttpMethod.Get, "/tenant/descriptors", accept: "application/vnd.adobe.xdm+json");
        JsonNode descriptor =
            byType["xdm:descriptorIdentity"]!.AsArray().Single(entry => (string?)entry!["xdm:sourceSchema"] == (string?)schema["$id"])!;
        string id = (string)descriptor["@id"]!;
        (_, JsonObject links) =
            await _registry.SendAsync(HttpMethod.Get, "/tenant/descriptors", accept: "application/vnd.adobe.xdm-link+json");
        Assert.Contains(links["xdm:descriptorIdentity"]!.AsArray(), link => (string?)link == $"/tenant/descriptors/{id}");
        (_, JsonObject ids) = await _registry.SendAsync(HttpMethod.Get, "/tenant/descriptors", accept: "application/vnd.adobe.xdm-id+json");
        Assert.Contains(ids["xdm:descriptorIdentity"]!.AsArray(), entry => (string?)entry == id);
        string query = $"?property=xdm:sourceSchema=={Uri.EscapeDataString((string)schema["$id"]!)}";
        (_, JsonObject list) =
            await _registry.SendAsync(HttpMethod.Get, "/tenant/descriptors/" + query, accept: "application/vnd.adobe.xdm-v2+json");
        Assert.Equal(id, (string?)Assert.Single(list["results"]!.AsArray())!["@id"]);
    }

    [Fact]
    public async Task Wrong_accept_headers_are_refused()
    {
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Get, "/tenant/descriptors"), 400, "XDM-1008-400");
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        JsonObject created = await _registry.CreateAsync("descriptors", _registry.IdentityDescriptor((string)schema["$id"]!));
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Get, $"/tenant/descriptors/{created["@id"]}"), 400, "XDM-1009-400");
    }

    [Theory]
    [InlineData("xdm:sourceProperty", "/_aeplocal/nothing")]
    [InlineData("xdm:sourceProperty", "_aeplocal/userid")]
    [InlineData("xdm:sourceProperty", "/timestamp")]
    [InlineData("xdm:namespace", "")]
    [InlineData("xdm:property", "xdm:name")]
    [InlineData("xdm:sourceVersion", "2")]
    public async Task A_descriptor_that_does_not_fit_is_refused(string member, string value)
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        JsonObject descriptor = _registry.IdentityDescriptor((string)schema["$id"]!);
        descriptor[member] = value;
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Post, "/tenant/descriptors", descriptor), 400, Invalid);
    }

    [Fact]
    public async Task A_schema_that_does_not_exist_is_not_found() => RegistryClient.AssertRefused(
        await _registry.SendAsync(HttpMethod.Post, "/tenant/descriptors",
            _registry.IdentityDescriptor("https://ns.adobe.com/other/schemas/1")), 404, "XDM-1012-404");

    [Fact]
    public async Task A_schema_has_one_primary_identity()
    {
        JsonObject schema = await _registry.CreateProfileSchemaAsync(new JsonObject
        {
            ["userid"] = new JsonObject { ["type"] = "string" },
            ["email"] = new JsonObject { ["type"] = "string" },
        });
        string id = (string)schema["$id"]!;
        await _registry.CreateAsync("descriptors", _registry.IdentityDescriptor(id));
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Post, "/tenant/descriptors", _registry.IdentityDescriptor(id, "email")), 400, Invalid);
        await _registry.CreateAsync("descriptors", _registry.IdentityDescriptor(id, "email", primary: false, identityNamespace: "Email"));
    }

    [Fact]
    public async Task The_primary_identity_of_a_schema_in_the_union_stays()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(inUnion: true);
        string query = $"?property=xdm:sourceSchema=={Uri.EscapeDataString((string)schema["$id"]!)}";
        (_, JsonObject list) =
            await _registry.SendAsync(HttpMethod.Get, "/tenant/descriptors" + query, accept: "application/vnd.adobe.xdm-v2+json");
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Delete, $"/tenant/descriptors/{list["results"]![0]!["@id"]}"), 400, Invalid);
    }
}
