using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

public sealed class ResourceTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Full = "application/vnd.adobe.xed-full+json; version=1";
    private readonly RegistryClient _registry = new(fixture);

    [Fact]
    public async Task A_field_group_gets_the_ids_of_the_registry()
    {
        JsonObject created = await _registry.CreateAsync("fieldgroups", Group());
        string id = (string)created["$id"]!;
        Assert.Matches($"^https://ns\\.adobe\\.com/{_registry.Tenant}/mixins/[0-9a-f]{{48}}$", id);
        Assert.Equal($"_{_registry.Tenant}.mixins.{id.Split('/')[^1]}", (string?)created["meta:altId"]);
        Assert.Equal("1.0", (string?)created["version"]);
        Assert.Equal("tenant", (string?)created["meta:containerId"]);
        Assert.Equal("_" + _registry.Tenant, (string?)created["meta:tenantNamespace"]);
        Assert.True((long)created["meta:registryMetadata"]!["repo:createdDate"]! > 0);
        JsonNode field = created["definitions"]!["customFields"]!["properties"]!["_" + _registry.Tenant]!["properties"]!["userid"]!;
        Assert.Equal("string", (string?)field["meta:xdmType"]);
    }

    [Fact]
    public async Task A_schema_is_found_by_encoded_id_and_by_alternative_id()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        foreach (string key in (string[])[Uri.EscapeDataString((string)schema["$id"]!), (string)schema["meta:altId"]!])
        {
            (int status, JsonObject found) =
                await _registry.SendAsync(HttpMethod.Get, $"/tenant/schemas/{key}", accept: "application/vnd.adobe.xed+json; version=1");
            Assert.Equal(200, status);
            Assert.Equal((string?)schema["$id"], (string?)found["$id"]);
            Assert.NotNull(found["allOf"]);
        }
    }

    [Fact]
    public async Task A_schema_knows_its_class_and_what_it_extends()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        Assert.Equal(RegistryClient.ExperienceEvent, (string?)schema["meta:class"]);
        string[] extends = [.. schema["meta:extends"]!.AsArray().Select(entry => (string)entry!)];
        Assert.Contains("https://ns.adobe.com/xdm/data/time-series", extends);
        Assert.Contains(RegistryClient.ExperienceEvent + "-web", extends);
    }

    [Fact]
    public async Task The_full_form_holds_every_field_of_the_notebooks_events()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        (_, JsonObject full) = await _registry.SendAsync(HttpMethod.Get, $"/tenant/schemas/{schema["meta:altId"]}", accept: Full);
        Assert.Null(full["allOf"]);
        JsonNode fields = full["properties"]!;
        Assert.Equal("date-time", (string?)fields["timestamp"]!["format"]);
        Assert.Equal("string", (string?)fields["_" + _registry.Tenant]!["properties"]!["userid"]!["type"]);
        Assert.Equal("number", (string?)fields["directMarketing"]!["properties"]!["emailDelivered"]!["properties"]!["value"]!["type"]);
        Assert.Equal("boolean", (string?)fields["web"]!["properties"]!["webPageDetails"]!["properties"]!["isErrorPage"]!["type"]);
        Assert.Equal("map", (string?)fields["identityMap"]!["meta:xdmType"]);
        Assert.Equal(["_id", "timestamp"], full["required"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_text_there_are_no_titles_but_a_field_may_be_called_title()
    {
        JsonObject schema = await _registry.CreateProfileSchemaAsync(RegistryClient.TextField("title"));
        (_, JsonObject found) = await _registry.SendAsync(
            HttpMethod.Get, $"/tenant/schemas/{schema["meta:altId"]}", accept: "application/vnd.adobe.xed-full-notext+json; version=1");
        Assert.Null(found["title"]);
        JsonObject field = found["properties"]!["_" + _registry.Tenant]!["properties"]!["title"]!.AsObject();
        Assert.False(field.ContainsKey("title"));
        Assert.Equal("string", (string?)field["type"]);
    }

    [Fact]
    public async Task A_change_raises_the_version_and_keeps_the_id()
    {
        JsonObject group = await _registry.CreateAsync("fieldgroups", Group());
        string title = RegistryClient.UniqueTitle("Renamed");
        (int status, JsonObject changed) = await _registry.SendAsync(
            HttpMethod.Patch, $"/tenant/fieldgroups/{group["meta:altId"]}", RegistryClient.Patch("replace", "/title", title));
        Assert.Equal(200, status);
        Assert.Equal(title, (string?)changed["title"]);
        Assert.Equal("1.1", (string?)changed["version"]);
        Assert.Equal((string?)group["$id"], (string?)changed["$id"]);
    }

    [Fact]
    public async Task A_replaced_schema_keeps_its_id_and_takes_new_field_groups()
    {
        JsonObject schema = await _registry.CreateAsync(
            "schemas", RegistryClient.Schema(RegistryClient.UniqueTitle("Plain"), RegistryClient.ExperienceEvent));
        JsonObject body = RegistryClient.Schema(
            RegistryClient.UniqueTitle("With web"), RegistryClient.ExperienceEvent, RegistryClient.ExperienceEvent + "-web");
        (int status, JsonObject replaced) = await _registry.SendAsync(HttpMethod.Put, $"/tenant/schemas/{schema["meta:altId"]}", body);
        Assert.Equal(200, status);
        Assert.Equal((string?)schema["$id"], (string?)replaced["$id"]);
        Assert.Contains(RegistryClient.ExperienceEvent + "-web", replaced["meta:extends"]!.AsArray().Select(entry => (string)entry!));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_what_is_used_stays()
    {
        JsonObject group = await _registry.CreateAsync("fieldgroups", Group());
        JsonObject schema = await _registry.CreateAsync(
            "schemas", RegistryClient.Schema(RegistryClient.UniqueTitle("User"), RegistryClient.ExperienceEvent, (string)group["$id"]!));
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Delete, $"/tenant/fieldgroups/{group["meta:altId"]}"), 400, "XDM-1400-400");
        Assert.Equal(204, (await _registry.SendAsync(HttpMethod.Delete, $"/tenant/schemas/{schema["meta:altId"]}")).Status);
        Assert.Equal(204, (await _registry.SendAsync(HttpMethod.Delete, $"/tenant/fieldgroups/{group["meta:altId"]}")).Status);
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Get, $"/tenant/schemas/{schema["meta:altId"]}", accept: Full), 404, "XDM-1012-404");
    }

    [Fact]
    public async Task Standard_resources_stand_in_the_global_container()
    {
        (_, JsonObject list) = await _registry.SendAsync(HttpMethod.Get, "/global/classes", accept: "application/vnd.adobe.xed-id+json");
        Assert.Contains(list["results"]!.AsArray(), entry => (string?)entry!["meta:altId"] == "_xdm.context.profile");
        (int status, JsonObject measure) = await _registry.SendAsync(
            HttpMethod.Get, "/global/datatypes/https%3A%2F%2Fns.adobe.com%2Fxdm%2Fdata%2Fmeasure",
            accept: "application/vnd.adobe.xed-full+json;version=1");
        Assert.Equal(200, status);
        Assert.Equal("value", (string?)measure["required"]![0]);
        Assert.Equal(
            200, (await _registry.SendAsync(HttpMethod.Get, "/global/behaviors", accept: "application/vnd.adobe.xed-id+json")).Status);
    }

    [Fact]
    public async Task A_sandbox_does_not_show_the_resources_of_another()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        using HttpClient other = fixture.CreateClient("prod");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{RegistryClient.Base}/tenant/schemas/{schema["meta:altId"]}");
        request.Headers.TryAddWithoutValidation("Accept", Full);
        using HttpResponseMessage response = await other.SendAsync(request);
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_statistics_name_the_tenant()
    {
        await _registry.CreateEventSchemaAsync(withIdentity: false);
        (int status, JsonObject stats) = await _registry.SendAsync(HttpMethod.Get, "/stats/", accept: null);
        Assert.Equal(200, status);
        Assert.Equal(_registry.Tenant, (string?)stats["tenantId"]);
        Assert.Equal(fixture.Emulator.OrgId, (string?)stats["imsOrg"]);
        Assert.True((int)stats["counts"]!["schemas"]! >= 1);
    }

    private JsonObject Group() =>
        _registry.FieldGroup(RegistryClient.UniqueTitle("Fields"), RegistryClient.ExperienceEvent, RegistryClient.TextField("userid"));
}
