using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

public sealed class RefusalTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly RegistryClient _registry = new(fixture);

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/vnd.adobe.xed+json; version=1")]
    [InlineData("application/vnd.adobe.xed-full+json")]
    public async Task A_listing_with_a_wrong_accept_header_is_refused(string? accept) =>
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Get, "/tenant/schemas", accept: accept), 400, "XDM-1006-400");

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/vnd.adobe.xed+json")]
    [InlineData("application/vnd.adobe.xed-id+json; version=1")]
    [InlineData("application/vnd.adobe.xed-everything+json; version=1")]
    public async Task A_lookup_with_a_wrong_accept_header_is_refused(string? accept)
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Get, $"/tenant/schemas/{schema["meta:altId"]}", accept: accept), 400, "XDM-1007-400");
    }

    [Theory]
    [InlineData("schemas", "XDM-1012-404")]
    [InlineData("classes", "XDM-1010-404")]
    [InlineData("fieldgroups", "XDM-1011-404")]
    [InlineData("datatypes", "XDM-1013-404")]
    public async Task What_does_not_exist_is_not_found(string kind, string code) => RegistryClient.AssertRefused(
        await _registry.SendAsync(HttpMethod.Get, $"/tenant/{kind}/_{_registry.Tenant}.{kind}.0",
            accept: "application/vnd.adobe.xed+json; version=1"), 404, code);

    [Fact]
    public async Task A_title_is_unique_over_all_types()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        JsonObject group = _registry.FieldGroup((string)schema["title"]!, RegistryClient.Profile, RegistryClient.TextField("a"));
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Post, "/tenant/fieldgroups", group), 400, "XDM-1521-400");
    }

    [Theory]
    [InlineData("schemas")]
    [InlineData("fieldgroups")]
    public async Task Of_eight_creations_with_one_title_at_once_one_is_made_and_the_others_name_it(string kind)
    {
        string title = RegistryClient.UniqueTitle("At once");
        (int Status, JsonObject Body)[] answers = await EightAsync($"/tenant/{kind}", () => kind == "schemas"
            ? RegistryClient.Schema(title, RegistryClient.Profile)
            : _registry.FieldGroup(title, RegistryClient.Profile, RegistryClient.TextField("a")));
        string made = (string)Assert.Single(answers, answer => answer.Status == 201).Body["$id"]!;
        Assert.All(answers.Where(answer => answer.Status != 201), answer =>
        {
            RegistryClient.AssertRefused(answer, 400, "XDM-1521-400");
            Assert.Contains(made, (string)answer.Body["detail"]!);
        });
    }

    [Fact]
    public async Task Of_eight_primary_identities_at_once_one_is_made()
    {
        string schema = (string)(await _registry.CreateEventSchemaAsync(withIdentity: false))["$id"]!;
        (int Status, JsonObject Body)[] answers = await EightAsync("/tenant/descriptors", () => _registry.IdentityDescriptor(schema));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => RegistryClient.AssertRefused(answer, 400, "XDM-1400-400"));
    }

    private Task<(int Status, JsonObject Body)[]> EightAsync(string path, Func<JsonObject> body) =>
        Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _registry.SendAsync(HttpMethod.Post, path, body()))));

    [Fact]
    public async Task A_field_outside_of_the_tenant_is_refused()
    {
        JsonObject group =
            _registry.FieldGroup(RegistryClient.UniqueTitle("Outside"), RegistryClient.Profile, RegistryClient.TextField("a"));
        group["definitions"]!["customFields"]!["properties"]!["other"] = new JsonObject { ["type"] = "string" };
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Post, "/tenant/fieldgroups", group), 400, "XDM-1021-400");
    }

    [Theory]
    [InlineData("""{ "title": "x" }""")]
    [InlineData("""{ "type": "text" }""")]
    public async Task A_field_without_a_known_type_is_refused(string definition)
    {
        JsonObject group = _registry.FieldGroup(
            RegistryClient.UniqueTitle("Untyped"), RegistryClient.Profile, new JsonObject { ["a"] = JsonNode.Parse(definition) });
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Post, "/tenant/fieldgroups", group), 400, "XDM-1400-400");
    }

    [Fact]
    public async Task A_schema_needs_one_class_and_references_that_exist()
    {
        string title = RegistryClient.UniqueTitle("Wrong");
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Post, "/tenant/schemas",
                RegistryClient.Schema(title, RegistryClient.ExperienceEvent + "-web")), 400, "XDM-1400-400");
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Post, "/tenant/schemas",
                RegistryClient.Schema(title, RegistryClient.Profile, RegistryClient.ExperienceEvent)), 400, "XDM-1400-400");
        string unknown = $"https://ns.adobe.com/{_registry.Tenant}/mixins/0";
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Post, "/tenant/schemas", RegistryClient.Schema(title, RegistryClient.Profile, unknown)),
            404, "XDM-1011-404");
    }

    [Fact]
    public async Task A_field_group_of_another_class_is_refused() => RegistryClient.AssertRefused(
        await _registry.SendAsync(
            HttpMethod.Post, "/tenant/schemas", RegistryClient.Schema(
                RegistryClient.UniqueTitle("Mixed"), RegistryClient.Profile, RegistryClient.ExperienceEvent + "-web")),
        400,
        "XDM-1400-400");

    [Theory]
    [InlineData("replace", "/meta:nothing")]
    [InlineData("add", "title")]
    [InlineData("replace", "/$id")]
    [InlineData("invent", "/title")]
    public async Task A_wrong_patch_is_refused_and_changes_nothing(string operation, string path)
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(withIdentity: false);
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Patch, $"/tenant/schemas/{schema["meta:altId"]}",
                RegistryClient.Patch(operation, path, "x")), 400, "XDM-1400-400");
        (_, JsonObject found) = await _registry.SendAsync(
            HttpMethod.Get, $"/tenant/schemas/{schema["meta:altId"]}", accept: "application/vnd.adobe.xed+json; version=1");
        Assert.Equal("1.0", (string?)found["version"]);
    }

    [Theory]
    [InlineData("DELETE", "/global/schemas/_xdm.context.profile")]
    [InlineData("POST", "/global/schemas")]
    public async Task An_operation_that_is_not_supported_is_named(string method, string path)
    {
        (int status, JsonObject body) = await _registry.SendAsync(new HttpMethod(method), path);
        Assert.Equal(501, status);
        Assert.Contains($"{method} {RegistryClient.Base}{path}", (string?)body["detail"]);
    }
}
